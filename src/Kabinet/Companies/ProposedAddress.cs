using System.Text;

namespace Kabinet.Companies;

/// <summary>The cabinet's address that a company's name suggests: «Студия „Мята“» is studiya-myata.</summary>
public static class ProposedAddress
{
    public const int MaxLength = 40;

    /// <summary>Russian letters as one writes them in an address; empty: not written.</summary>
    public static readonly IReadOnlyDictionary<char, string> Letters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
        .Zip("a b v g d e e zh z i y k l m n o p r s t u f h ts ch sh sch  y  e yu ya".Split(' '))
        .ToDictionary(pair => pair.First, pair => pair.Second);

    /// <param name="number">Above 1: the name is another company's already, so the address ends with it.</param>
    /// <returns>An address that is valid, or empty: the name suggests none.</returns>
    public static string Of(string name, int number = 1)
    {
        var end = number > 1 ? $"-{number}" : "";
        var written = Written(name);
        var slug = written[..Math.Min(written.Length, MaxLength - end.Length)].TrimEnd('-') + end;
        return CompanyAddress.IsValid(slug) ? slug : "";
    }

    private static string Written(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            if (Letter(letter) is { } latin) slug.Append(latin);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString().Trim('-');
    }

    /// <summary>Null: it parts words. An accent over a Latin letter is left out.</summary>
    private static string? Letter(char letter)
    {
        if (Letters.TryGetValue(letter, out var latin)) return latin;
        if (char.IsSurrogate(letter)) return null;
        var plain = letter.ToString().Normalize(NormalizationForm.FormD)[0];
        return plain is >= 'a' and <= 'z' or >= '0' and <= '9' ? plain.ToString() : null;
    }
}
