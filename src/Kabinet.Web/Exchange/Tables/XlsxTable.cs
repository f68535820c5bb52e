using System.IO.Compression;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Kabinet.Exchange.Tables;

/// <summary>A workbook of Excel; hidden sheets are not offered.</summary>
internal sealed class XlsxTable : Table
{
    /// <summary>Of all parts. A table that fits the limits unpacks to a few dozen megabytes; a bomb to gigabytes.</summary>
    private const long MaxUnpacked = 300L * 1024 * 1024;

    /// <summary>Each row is laid out as wide as the widest: past this nothing is waited for.</summary>
    private const int ReadableWidth = 1000;

    private readonly Stream file;

    private XlsxTable(Stream file, IReadOnlyList<string> sheets) => (this.file, Sheets) = (file, sheets);

    public override IReadOnlyList<string> Sheets { get; }

    public static new Outcome<Table> Open(Stream file)
    {
        try
        {
            if (RefusalOf(file) is { } reason) return reason;
            file.Position = 0;
            var sheets = MiniExcel.GetSheetInformations(file);
            var visible = sheets.Where(sheet => sheet.State == SheetState.Visible).Select(sheet => sheet.Name).ToList();
            return visible.Count > 0 ? new XlsxTable(file, visible) : RefusalReason.TableEmpty;
        }
        catch (Exception exception) when (IsOfTheFile(exception))
        {
            return RefusalReason.TableBroken;
        }
    }

    public override IEnumerable<TableRow> Rows(string sheet)
    {
        file.Position = 0;
        using var rows = Translated(() => MiniExcel.Query(file, sheetName: sheet, configuration: new OpenXmlConfiguration()).GetEnumerator());
        for (var number = 1; Translated(rows.MoveNext); number++)
        {
            var cells = (IDictionary<string, object?>)rows.Current;
            if (cells.Count > ReadableWidth) throw new TableException(RefusalReason.TooManyColumns);
            yield return new TableRow(number, [.. cells.Values.Select(CellText.Of)]);
        }
    }

    public override void Dispose() => file.Dispose();

    /// <summary>
    /// Null: it is a workbook that may be read. Unpacked once and thrown away, as what the archive says of its sizes may be a lie.
    /// </summary>
    private static RefusalReason? RefusalOf(Stream file)
    {
        file.Position = 0;
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.GetEntry("xl/workbook.xml") is null) return RefusalReason.TableUnreadable;
        var buffer = new byte[64 * 1024];
        var unpacked = 0L;
        foreach (var part in archive.Entries)
        {
            using var content = part.Open();
            while (content.Read(buffer) is var read and > 0)
                if ((unpacked += read) > MaxUnpacked) return RefusalReason.TableTooLarge;
        }
        return null;
    }

    private static T Translated<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (IsOfTheFile(exception))
        {
            throw new TableException(RefusalReason.TableBroken, exception);
        }
    }

    /// <summary>The library says in many ways that a workbook is not what it should be.</summary>
    private static bool IsOfTheFile(Exception exception) => exception is not (OutOfMemoryException or OperationCanceledException or UnauthorizedAccessException);
}
