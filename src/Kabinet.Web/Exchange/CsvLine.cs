namespace Kabinet.Exchange;

/// <summary>
/// A line of a table as Excel in Russian opens it: semicolons between the cells. What a spreadsheet would take for a formula, and run,
/// is kept as text by an apostrophe before it.
/// </summary>
internal static class CsvLine
{
    private static readonly char[] Quoted = [';', '"', '\r', '\n'];

    public static string Of(params IEnumerable<string> cells) => string.Join(';', cells.Select(Cell)) + "\r\n";

    private static string Cell(string text)
    {
        var plain = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + text : text;
        return plain.IndexOfAny(Quoted) < 0 ? plain : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
