using System.Globalization;

namespace Kabinet.Cabinet;

/// <summary>
/// The company's colour as the style sheet wants it: OKLCH hue (0–360) and chroma. The sheet fixes lightness, so every hue keeps its
/// contrast. Conversion after Björn Ottosson, "A perceptual color space for image processing" (2020).
/// </summary>
public readonly record struct Accent(double Hue, double Chroma)
{
    /// <summary>Above it, text on the fill would lose its 4.5:1 at some hues.</summary>
    public const double MaxChroma = 0.18;

    /// <param name="hex">#rrggbb; anything else gives the default mint.</param>
    public static Accent Of(string? hex)
    {
        if (hex is not ['#', ..] || hex.Length != 7 || !int.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
            return new Accent(168, 0.105);
        var (red, green, blue) = (Linear(rgb >> 16), Linear(rgb >> 8), Linear(rgb));
        var l = Math.Cbrt((0.4122214708 * red) + (0.5363325363 * green) + (0.0514459929 * blue));
        var m = Math.Cbrt((0.2119034982 * red) + (0.6806995451 * green) + (0.1073969566 * blue));
        var s = Math.Cbrt((0.0883024619 * red) + (0.2817188376 * green) + (0.6299787005 * blue));
        var a = (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s);
        var b = (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s);
        var hue = ((Math.Atan2(b, a) * 180 / Math.PI) + 360) % 360;
        return new Accent(Math.Round(hue, 1), Math.Round(Math.Min(Math.Sqrt((a * a) + (b * b)), MaxChroma), 3));
    }

    public string Style => string.Create(CultureInfo.InvariantCulture, $"--accent-hue:{Hue};--accent-chroma:{Chroma}");

    /// <summary>#rrggbb of this hue at a lightness, with a share of the chroma; for what a style sheet does not reach: browser bars, icons.</summary>
    public string Hex(double lightness, double share = 1)
    {
        var (a, b) = (Chroma * share * Math.Cos(Hue * Math.PI / 180), Chroma * share * Math.Sin(Hue * Math.PI / 180));
        var l = Math.Pow(lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
        var m = Math.Pow(lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
        var s = Math.Pow(lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
        return "#"
            + Channel((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s))
            + Channel((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s))
            + Channel((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
    }

    private static string Channel(double linear)
    {
        var clamped = Math.Clamp(linear, 0, 1);
        var value = clamped <= 0.0031308 ? clamped * 12.92 : (1.055 * Math.Pow(clamped, 1 / 2.4)) - 0.055;
        return ((int)Math.Round(value * 255)).ToString("x2", CultureInfo.InvariantCulture);
    }

    private static double Linear(int channel)
    {
        var value = (channel & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
