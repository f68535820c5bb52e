namespace Kabinet.Exchange.Tables;

/// <summary>A line of a .csv file as Excel in Russian opens it: semicolons between the cells, and no cell a formula.</summary>
internal static class CsvLine
{
    private static readonly char[] Quoted = [';', '"', '\r', '\n'];

    public static string Of(params IEnumerable<string> cells) => string.Join(';', cells.Select(Cell)) + "\r\n";

    private static string Cell(string text)
    {
        var plain = FormulaGuard.With(text);
        return plain.IndexOfAny(Quoted) < 0 ? plain : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
