namespace Kabinet.Exchange.Tables;

/// <summary>What a column may hold, with the headings by which files of other systems call it.</summary>
/// <param name="Key">As the form's field is called in a refusal.</param>
/// <param name="Name">In Russian: what the person chooses, and what an export writes above the column.</param>
public sealed record TableField(string Key, string Name)
{
    /// <summary>In Russian and English, besides the name.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>Headings of parts, «Имя» and «Фамилия»: taken where no column holds the whole.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Between the texts of several columns; null: only one column can be this.</summary>
    public string? Joint { get; init; }

    /// <summary>Without a column for it nothing can be loaded.</summary>
    public bool IsRequired { get; init; }

    public bool IsCalled(string heading) => Says([Name, .. Headings], heading);
    public bool HasPart(string heading) => Says(Parts, heading);

    private static bool Says(IEnumerable<string> names, string heading) => Plain(heading) is { Length: > 0 } plain && names.Any(name => Plain(name) == plain);

    /// <summary>«Длительность, мин», «Длительность (мин.)» and «длительность» are one heading, «E-mail» and «Email» too.</summary>
    private static string Plain(string heading)
    {
        var end = heading.IndexOfAny(['(', ',', '[']);
        return string.Concat((end > 0 ? heading[..end] : heading).Where(char.IsLetterOrDigit)).ToUpperInvariant().Replace('Ё', 'Е');
    }
}
