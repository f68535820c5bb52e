namespace Kabinet.Exchange.Tables;

/// <param name="Number">As a spreadsheet counts, from 1.</param>
/// <param name="Cells">Trimmed, empty where there is nothing; a number or a date as <see cref="CellText"/> writes it.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells)
{
    public bool IsBlank => Cells.All(cell => cell.Length == 0);

    /// <summary>Rows end where their last cell is: further to the right everything is empty.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}

/// <summary>A file with rows of cells. It is read anew whenever it is asked, and never more than a row of it is in memory.</summary>
public abstract class Table : IDisposable
{
    public const int MaxBytes = 20 * 1024 * 1024, MaxRows = 50_000, MaxColumns = 100;

    /// <summary>What Excel itself allows. More in one cell is a quote that was never closed.</summary>
    public const int MaxCellLength = 32_767;

    /// <summary>By their names; one without a name where the format knows none.</summary>
    public abstract IReadOnlyList<string> Sheets { get; }

    /// <summary>Every row of the sheet down to the last, blank ones too.</summary>
    /// <exception cref="TableException">The file cannot be read to its end.</exception>
    public abstract IEnumerable<TableRow> Rows(string sheet);

    /// <summary>By what the file is, whatever its name says.</summary>
    /// <param name="file">Can be read from its beginning as often as wanted. It is the table's from now on, also when it is refused.</param>
    public static Outcome<Table> Open(Stream file)
    {
        var opened = TableFormat.Of(file) switch
        {
            _ when file.Length > MaxBytes => RefusalReason.TableTooLarge,
            TableFormat.Kind.Xlsx => XlsxTable.Open(file),
            TableFormat.Kind.Csv => CsvTable.Open(file),
            TableFormat.Kind.OldExcel => RefusalReason.TableOldFormat,
            TableFormat.Kind.Encrypted => RefusalReason.TableEncrypted,
            TableFormat.Kind.Nothing => RefusalReason.TableEmpty,
            _ => (Outcome<Table>)RefusalReason.TableUnreadable,
        };
        if (opened.IsRefused) file.Dispose();
        return opened;
    }

    public abstract void Dispose();
}

/// <summary>Why a table cannot be read to its end; <see cref="TableSurvey"/> makes a refusal of it.</summary>
public sealed class TableException(RefusalReason reason, Exception? inner = null) : Exception(reason.ToString(), inner)
{
    public RefusalReason Reason => reason;
}
