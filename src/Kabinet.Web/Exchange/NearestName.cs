namespace Kabinet.Exchange;

/// <summary>The known name that somebody may have meant: the fewest letters to change, insert, drop or swap (Damerau and Levenshtein).</summary>
internal static class NearestName
{
    private const int MaxLength = 60;

    /// <summary>Empty: none is near.</summary>
    public static string Of(string written, IEnumerable<string> known)
    {
        if (written.Length > MaxLength) return "";
        var plain = Plain(written);
        var (nearest, distance) = known.Select(name => (name, Distance(plain, Plain(name)))).DefaultIfEmpty(("", int.MaxValue)).MinBy(one => one.Item2);
        return distance <= (plain.Length + 2) / 3 ? nearest : "";
    }

    // remind_before, RemindBefore and remind-before are all meant for remindBefore.
    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    private static int Distance(string from, string to)
    {
        var table = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= to.Length; j++) table[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var least = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                var isSwap = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
                table[i, j] = isSwap ? Math.Min(least, table[i - 2, j - 2] + 1) : least;
            }
        }
        return table[from.Length, to.Length];
    }
}
