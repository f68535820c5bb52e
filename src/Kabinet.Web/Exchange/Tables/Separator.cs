namespace Kabinet.Exchange.Tables;

/// <summary>What separates the cells of a text: the character that stands in its rows equally often.</summary>
internal static class Separator
{
    private const int LooksAt = 20;
    private static readonly char[] Known = [';', ',', '\t'];

    /// <summary>A semicolon where nothing tells: a table of one column needs none.</summary>
    public static char Of(TextReader text)
    {
        var counts = Counts(text);
        return Known.MaxBy(separator => Regularity(counts[separator]));
    }

    /// <summary>In how many rows it stands equally often, and how often: commas within notes are many here and none there.</summary>
    private static (int Rows, int Count) Regularity(List<int> counts) =>
        counts.Where(count => count > 0).CountBy(count => count).Select(same => (same.Value, same.Key)).DefaultIfEmpty().Max();

    /// <summary>How often each stands in each of the first rows, outside of quotes.</summary>
    private static Dictionary<char, List<int>> Counts(TextReader text)
    {
        var all = Known.ToDictionary(separator => separator, _ => new List<int>());
        var row = Known.ToDictionary(separator => separator, _ => 0);
        var (isQuoted, isBlank, length) = (false, true, 0);
        for (var next = text.Read(); next >= 0 && all[';'].Count < LooksAt && length < LooksAt * Table.MaxCellLength; next = text.Read(), length++)
        {
            var letter = (char)next;
            if (letter == '"') isQuoted = !isQuoted;
            if (letter == '\n' && !isQuoted)
            {
                if (!isBlank) End();
                continue;
            }
            if (!char.IsWhiteSpace(letter)) isBlank = false;
            if (!isQuoted && row.TryGetValue(letter, out var count)) row[letter] = count + 1;
        }
        if (!isBlank) End();
        return all;

        void End()
        {
            foreach (var separator in Known)
            {
                all[separator].Add(row[separator]);
                row[separator] = 0;
            }
            isBlank = true;
        }
    }
}
