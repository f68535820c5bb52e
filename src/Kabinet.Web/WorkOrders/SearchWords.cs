using System.Globalization;

namespace Kabinet.WorkOrders;

/// <summary>What is typed into a search field, as the words that a search text must contain.</summary>
internal static class SearchWords
{
    private const int MaxWords = 6;

    /// <summary>Lower-case words; any part of a phone, however it is typed, is one word of digits, without the 8 that is dialled (8 916… finds +7 916…).</summary>
    public static IReadOnlyList<string> Of(string? typed)
    {
        var text = (typed ?? "").Trim();
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var isPhone = digits.Length >= 3 && text.All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '+' or '-' or '(' or ')' or '\u00a0');
        // The 8 of the beginning is dialled and not kept; what follows finds the phone also where it was no beginning.
        if (isPhone) return [digits.Length >= 5 && text[0] == '8' ? digits[1..] : digits];
        return [.. text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MaxWords)];
    }

    /// <summary>№12 means that number and no phone with a 12 in it; null: the word is no number.</summary>
    public static int? NumberIn(string word) => word[0] == '№' && int.TryParse(word.AsSpan(1), CultureInfo.InvariantCulture, out var number) ? number : null;
}
