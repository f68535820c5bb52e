using System.Buffers;

namespace Kabinet.Companies;

/// <summary>A line of «О нас» that leads somewhere: a phone or an address of the net, then its name.</summary>
/// <param name="Target">As it was typed.</param>
/// <param name="Name">Empty: none was typed.</param>
public sealed record ContactLine(string Target, string Name)
{
    private static readonly char[] Between = [' ', '\t', '—', '–', '-', ':', ','];
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("+0123456789 \t()-–.");

    /// <summary>«+7 495 123-45-67 администратор»: the number ends where the first letter stands.</summary>
    public static IEnumerable<ContactLine> Phones(string text) => Lines(text).Select(line =>
    {
        var end = line.AsSpan().IndexOfAnyExcept(OfNumbers);
        return end < 0 ? new ContactLine(line, "") : new ContactLine(line[..end].TrimEnd(Between), line[end..].TrimStart(Between));
    });

    /// <summary>«https://example.org наш канал»: the address ends at the first space.</summary>
    public static IEnumerable<ContactLine> Links(string text) => Lines(text).Select(line =>
    {
        var end = line.IndexOfAny([' ', '\t']);
        return end < 0 ? new ContactLine(line, "") : new ContactLine(line[..end], line[end..].TrimStart(Between));
    });

    public static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public override string ToString() => $"{Target} {Name}".Trim();
}
