using Kabinet.Customers;
using Kabinet.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Kabinet.Cabinet;

/// <summary>One version of a text to which clients agree, at an address that never changes what it says.</summary>
public sealed class ConsentTextPage(ConsentTexts texts) : CabinetPage
{
    protected override bool IsOpenWhenClosed => true;

    public ConsentText Text { get; private set; } = null!;

    /// <summary>Paragraphs, headings («## …») and lists («- …»).</summary>
    public IEnumerable<(string Kind, IReadOnlyList<string> Lines)> Blocks => Text.Text.ReplaceLineEndings("\n")
        .Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Block);

    public static string Path(ConsentKind kind, int version) => $"consent/{(kind == ConsentKind.Advertising ? "advertising" : "personal-data")}/{version}";

    public static string Name(ConsentKind kind, Texts t) =>
        kind == ConsentKind.Advertising ? t["Согласие на новости и скидки"] : t["Согласие на обработку персональных данных"];

    public async Task<IActionResult> OnGetAsync(string kind, int? version, CancellationToken cancel)
    {
        ConsentKind? known = kind switch { "personal-data" => ConsentKind.PersonalData, "advertising" => ConsentKind.Advertising, _ => null };
        if (known is not { } which || await texts.FindAsync(Company.Id, which, version, cancel) is not { } text) return NotFound();
        Text = text;
        return Page();
    }

    private static (string Kind, IReadOnlyList<string> Lines) Block(string block)
    {
        if (block.StartsWith("## ", StringComparison.Ordinal)) return ("h2", [block[3..]]);
        var lines = block.Split('\n');
        return Array.TrueForAll(lines, line => line.StartsWith("- ", StringComparison.Ordinal)) ? ("ul", [.. lines.Select(line => line[2..])]) : ("p", [block]);
    }
}
