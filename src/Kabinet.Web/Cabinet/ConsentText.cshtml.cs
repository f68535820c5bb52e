using Kabinet.Customers;
using Kabinet.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Kabinet.Cabinet;

/// <summary>One version of a text to which clients agree, at an address that never changes what it says.</summary>
public sealed class ConsentTextPage(ConsentTexts texts) : CabinetPage
{
    protected override bool IsOpenWhenClosed => true;

    public ConsentText Text { get; private set; } = null!;

    /// <summary>Paragraphs, headings («## …», or a short line over a paragraph) and lists («- …»).</summary>
    public IEnumerable<(string Kind, IReadOnlyList<string> Lines)> Blocks => Text.Text.ReplaceLineEndings("\n")
        .Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Block);

    /// <summary>Within a cabinet: of the text in force.</summary>
    public static string Path(ConsentKind kind) => $"consent/{(kind == ConsentKind.Advertising ? "advertising" : "personal-data")}";
    public static string Path(ConsentKind kind, int version) => $"{Path(kind)}/{version}";

    public static string Name(ConsentKind kind, Texts t) =>
        kind == ConsentKind.Advertising ? t["Согласие на новости и скидки"] : t["Согласие на обработку персональных данных"];

    public async Task<IActionResult> OnGetAsync(string kind, int? version, CancellationToken cancel)
    {
        ConsentKind? known = kind switch { "personal-data" => ConsentKind.PersonalData, "advertising" => ConsentKind.Advertising, _ => null };
        if (known is not { } which || await texts.FindAsync(Company.Id, which, version, cancel) is not { } text) return NotFound();
        Text = text;
        return Page();
    }

    private static IEnumerable<(string Kind, IReadOnlyList<string> Lines)> Block(string block)
    {
        var lines = block.Split('\n', StringSplitOptions.TrimEntries);
        var isList = (string line) => line.StartsWith("- ", StringComparison.Ordinal);
        if (lines.Length > 1 && IsHeading(lines[0])) return [("h2", [lines[0]]), .. Block(string.Join('\n', lines.Skip(1)))];
        if (lines[0].StartsWith("## ", StringComparison.Ordinal)) return [("h2", [lines[0][3..]])];
        return Array.TrueForAll(lines, line => isList(line)) ? [("ul", [.. lines.Select(line => line[2..])])] : [.. lines.Select(line => ("p", (IReadOnlyList<string>)[line]))];
    }

    /// <summary>A short first line that is no sentence.</summary>
    private static bool IsHeading(string line) => line.Length is > 0 and <= 80 && !line.StartsWith("- ", StringComparison.Ordinal) && !".,:;!?".Contains(line[^1], StringComparison.Ordinal);
}
