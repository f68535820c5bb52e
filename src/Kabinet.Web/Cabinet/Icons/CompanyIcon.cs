using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Xml.Linq;
using Kabinet.Companies;

namespace Kabinet.Cabinet.Icons;

/// <summary>
/// The icon of a company's cabinet on a phone: its logo, or its first letter on its accent. The ground fills the square and the drawing
/// keeps inside the middle, so that a system may cut it to any shape (maskable).
/// </summary>
internal sealed class CompanyIcon
{
    private const int Side = 512;

    /// <summary>The share of the side that a logo takes: its corners stay within the circle of 80 % that no mask cuts. One with a ground of its own has room inside.</summary>
    private const float BareLogoShare = 0.56f, GroundedLogoShare = 0.84f, LetterShare = 0.52f;

    private static readonly Dictionary<string, string> Letters = ReadLetters();
    private static readonly ConcurrentDictionary<(string Look, int Size), byte[]> Drawn = new();

    private readonly string name, accent;
    private readonly string? logo;
    private readonly Picture? picture;

    public CompanyIcon(Company company)
    {
        (name, logo, accent) = (company.Name, company.Appearance.LogoSvg, Accent.Of(company.Appearance.Accent).Hex(.5));
        picture = logo is null ? null : SvgReader.Read(logo);
        if (picture is null) logo = null;
    }

    /// <summary>The first letter or digit of the name for which there is an outline.</summary>
    private string Letter => name.ToUpper(CultureInfo.InvariantCulture).Select(one => one.ToString()).FirstOrDefault(Letters.ContainsKey) ?? "K";

    /// <summary>A logo that stands on a ground of its own gives it to the whole icon.</summary>
    private string Ground => logo is null ? accent : OwnGround() ?? "#ffffff";

    public string Svg => logo is null
        ? $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Side} {Side}"><rect width="{Side}" height="{Side}" fill="{Ground}"/><path transform="translate({Side / 2} {Side / 2}) scale({LetterScale})" fill="#fff" d="{Letters[Letter]}"/></svg>"""
        : $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Side} {Side}"><rect width="{Side}" height="{Side}" fill="{Ground}"/>{PlacedLogo()}</svg>""";

    public byte[] Png(int size) => Drawn.GetOrAdd((Svg, size), _ => Icons.Png.Write(Raster.Draw(Whole(), size), size));

    private float LogoShare => OwnGround() is null ? BareLogoShare : GroundedLogoShare;

    private static string LetterScale => (Side * LetterShare / 1000).ToString(CultureInfo.InvariantCulture);

    private Picture Whole()
    {
        var ground = new Area([[new(0, 0), new(Side, 0), new(Side, Side), new(0, Side)]], SvgReader.Colour(Ground) ?? new Ink(255, 255, 255));
        if (picture is null)
        {
            var letter = new Picture(1000, 1000, [new Area([.. PathReader.Read(Letters[Letter])!.Select(figure => figure.Points)], new Ink(255, 255, 255))]);
            return Over(ground, letter.Placed(Side * LetterShare / 1000, new Vector2(Side / 2f), Side, Side));
        }
        var scale = Side * LogoShare / Math.Max(picture.Width, picture.Height);
        return Over(ground, picture.Placed(scale, new Vector2((Side - (picture.Width * scale)) / 2, (Side - (picture.Height * scale)) / 2), Side, Side));
    }

    private static Picture Over(Area ground, Picture drawing) => drawing with { Areas = [ground, .. drawing.Areas] };

    private string? OwnGround()
    {
        var first = XElement.Parse(logo!).Elements().FirstOrDefault(element => element.Name.LocalName is not ("title" or "desc"));
        var isWhole = first?.Name.LocalName == "rect" && SvgReader.Number(first, "width") >= picture!.Width && SvgReader.Number(first, "height") >= picture.Height;
        return isWhole && first!.Attribute("fill")?.Value is { } fill && SvgReader.Colour(fill) is { Alpha: 255 } ? fill : null;
    }

    private string PlacedLogo()
    {
        var root = XElement.Parse(logo!);
        var (side, edge) = (Side * LogoShare, Side * (1 - LogoShare) / 2);
        foreach (var (key, value) in new[] { ("x", edge), ("y", edge), ("width", side), ("height", side) }) root.SetAttributeValue(key, value.ToString(CultureInfo.InvariantCulture));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static Dictionary<string, string> ReadLetters()
    {
        using var file = new StreamReader(typeof(CompanyIcon).Assembly.GetManifestResourceStream("Kabinet.Cabinet.Icons.letters.txt")!, Encoding.UTF8);
        return file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').ToDictionary(line => line[..1], line => line[2..]);
    }
}
