namespace Kabinet.Exchange.Tables;

/// <param name="Samples">What stands in it first; up to three texts that differ.</param>
public sealed record SurveyedColumn(string Heading, IReadOnlyList<string> Samples);

/// <summary>A sheet looked through once, from its headings to its end: what comes after can rely on it.</summary>
/// <param name="HeadRow">The number of the row of headings; what stands above it is a title.</param>
/// <param name="RowCount">Below it, blank ones not counted.</param>
public sealed record TableSurvey(string Sheet, int HeadRow, IReadOnlyList<SurveyedColumn> Columns, int RowCount)
{
    private const int HeadWithin = 10, MaxSamples = 3, MaxSampleLength = 60;

    /// <param name="known">By what is known of them the row of headings is found.</param>
    public static Outcome<TableSurvey> Of(Table table, string sheet, IReadOnlyList<TableField> known, CancellationToken cancel = default)
    {
        try
        {
            return FindHead(table, sheet, known) is { } head ? LookThrough(table, sheet, head, cancel) : RefusalReason.TableEmpty;
        }
        catch (TableException exception)
        {
            return exception.Reason;
        }
    }

    /// <summary>The row with the most headings that are known; where none is, the first one that is not blank.</summary>
    private static TableRow? FindHead(Table table, string sheet, IReadOnlyList<TableField> known) => table.Rows(sheet)
        .Where(row => !row.IsBlank).Take(HeadWithin)
        .MaxBy(row => row.Cells.Count(cell => known.Any(field => field.IsCalled(cell) || field.HasPart(cell))));

    private static Outcome<TableSurvey> LookThrough(Table table, string sheet, TableRow head, CancellationToken cancel)
    {
        var (count, width) = (0, Width(head));
        List<List<string>> samples = [.. Enumerable.Range(0, width).Select(_ => new List<string>())];
        foreach (var row in table.Rows(sheet))
        {
            cancel.ThrowIfCancellationRequested();
            if (row.Number <= head.Number || row.IsBlank) continue;
            if (++count > Table.MaxRows) return RefusalReason.TooManyRows;
            if ((width = Math.Max(width, Width(row))) > Table.MaxColumns) return RefusalReason.TooManyColumns;
            while (samples.Count < width) samples.Add([]);
            for (var i = 0; i < width; i++) Keep(samples[i], row[i]);
        }
        if (count == 0) return RefusalReason.TableEmpty;
        return new TableSurvey(sheet, head.Number, [.. samples.Select((some, i) => new SurveyedColumn(head[i], some))], count);
    }

    private static int Width(TableRow row)
    {
        var width = row.Cells.Count;
        while (width > 0 && row[width - 1].Length == 0) width--;
        return width;
    }

    private static void Keep(List<string> samples, string text)
    {
        if (text.Length == 0 || samples.Count >= MaxSamples) return;
        var sample = text.Length > MaxSampleLength ? text[..MaxSampleLength] + "…" : text;
        if (!samples.Contains(sample)) samples.Add(sample);
    }
}

/// <summary>A sheet of a file, with what its columns are taken for.</summary>
public sealed record MappedTable(Table Table, TableSurvey Survey, ColumnMapping Mapping)
{
    public int RowCount => Survey.RowCount;

    public string Text(TableRow row, TableField field) => Mapping.Text(row, field);

    /// <summary>The headings of the columns that hold it, as the file has them.</summary>
    public string HeadingOf(TableField field) =>
        string.Join(", ", Mapping.Fields.Index().Where(one => one.Item == field).Select(one => Survey.Columns[one.Index].Heading).Where(heading => heading.Length > 0));

    public IEnumerable<TableRow> Rows => Table.Rows(Survey.Sheet).Where(row => row.Number > Survey.HeadRow && !row.IsBlank);
}
