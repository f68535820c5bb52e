using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Kabinet.Shell;
using Xunit;

namespace Kabinet.Web.Tests.Shell;

public partial class TextsTests
{
    /// <summary>T["…"] and t["…"] anywhere in the application, and the three forms of a counted word.</summary>
    [GeneratedRegex("""\b[tT](?:exts)?(?:\[|\.Count\([^"\n]*?, *)"(?<text>(?:[^"\\]|\\.)+)["]""")]
    private static partial Regex Text();

    [Fact]
    public void Every_Russian_text_has_an_English_one()
    {
        var source = Path.Combine(Root(), "src", "Kabinet.Web");
        var files = Directory.EnumerateFiles(source, "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal));

        var texts = files.SelectMany(file => Text().Matches(File.ReadAllText(file)).Select(match => (Text: match.Groups["text"].Value, File: Path.GetFileName(file)))).ToList();

        Assert.True(texts.Count > 100, "The texts were not found");
        Assert.Empty(texts.Where(one => !Texts.IsTranslated(one.Text)).Select(one => $"{one.File}: {one.Text}").Distinct());
    }

    [Fact]
    public void Every_refusal_has_an_English_text() =>
        Assert.All(Enum.GetValues<RefusalReason>(), reason => Assert.True(Texts.IsTranslated(RefusalTexts.Russian(reason)), reason.ToString()));

    [Theory]
    [InlineData(1, "1 услуга")]
    [InlineData(2, "2 услуги")]
    [InlineData(5, "5 услуг")]
    [InlineData(11, "11 услуг")]
    [InlineData(21, "21 услуга")]
    [InlineData(112, "112 услуг")]
    public void Russian_counts_in_three_forms(int number, string words) =>
        Assert.Equal(words, Texts.Russian.Count(number, "услуга|услуги|услуг").Replace('\u00a0', ' '));

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
