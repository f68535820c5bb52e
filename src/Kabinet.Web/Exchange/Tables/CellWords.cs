namespace Kabinet.Exchange.Tables;

/// <summary>What people write into cells where a form has a tick or a list.</summary>
internal static class CellWords
{
    private static readonly string[] Yes = ["да", "yes", "y", "true", "истина", "1", "+", "x", "х", "✓"], No = ["нет", "no", "n", "false", "ложь", "0", "-", "—"];
    private static readonly string[] Nothing = ["-", "—", "–", "нет", "не указан", "не указано", "n/a", "#n/a", "#н/д", "null", "none", "0"];

    /// <param name="isKnown">False: it is neither.</param>
    /// <returns>Null: it says nothing.</returns>
    public static bool? Flag(string text, out bool isKnown)
    {
        var (isYes, isNo) = (Says(Yes, text), Says(No, text));
        isKnown = isYes || isNo || text.Length == 0;
        return isYes ? true : isNo ? false : null;
    }

    /// <summary>What stands there, empty where that is how people leave a cell empty.</summary>
    public static string Meant(string text) => Says(Nothing, text) ? "" : text;

    public static IReadOnlyList<string> List(string text, params char[] separators) =>
        [.. text.Split(separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(one => Meant(one).Length > 0)];

    private static bool Says(string[] words, string text) => words.Contains(text.Trim(), StringComparer.CurrentCultureIgnoreCase);
}
