using MiniExcelLibs;

namespace Kabinet.Exchange.Tables;

/// <summary>Writes a table as a workbook of Excel. Every cell is text: nothing that somebody wrote becomes a formula there.</summary>
internal static class XlsxFile
{
    /// <summary>The workbook, from its beginning; gone when it is closed. The rows are read one by one, on the caller's thread.</summary>
    public static FileStream Of(string sheet, IReadOnlyList<string> headings, IEnumerable<IEnumerable<string>> rows)
    {
        var file = TemporaryFile.Create();
        try
        {
            // The headings are a row like others, so that a table without rows has them too. (The library's asynchronous way writes a sheet that Excel mends.)
            file.SaveAs(rows.Prepend(headings).Select(Cells), printHeader: false, sheetName: sheet);
            file.Position = 0;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static Dictionary<string, object> Cells(IEnumerable<string> row) => row.Index().ToDictionary(cell => $"{cell.Index}", object (cell) => Printable(cell.Item));

    /// <summary>XML has no other control characters than these.</summary>
    private static string Printable(string text) => text.Any(IsForbidden) ? string.Concat(text.Where(sign => !IsForbidden(sign))) : text;

    private static bool IsForbidden(char sign) => (char.IsControl(sign) && sign is not ('\n' or '\r' or '\t')) || sign is '\uFFFE' or '\uFFFF';
}
