using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Kabinet.Cabinet.Icons;

/// <summary>
/// Reads the plain part of SVG that logos are made of: groups, paths, rectangles, circles and ellipses, in flat colours, moved, turned and
/// scaled. A drawing with more in it (gradients, text, images, style sheets) is not understood: the company's letter stands in for it.
/// </summary>
internal static partial class SvgReader
{
    private sealed record Pen(string Fill, string Stroke, float Width, float Opacity, Matrix3x2 Place);

    /// <summary>Null: not understood.</summary>
    public static Picture? Read(string svg)
    {
        try
        {
            var root = XElement.Parse(svg);
            var box = Numbers(root.Attribute("viewBox")?.Value ?? "");
            if (root.Name.LocalName != "svg" || box is not [_, _, > 0, > 0]) return null;
            var areas = new List<Area>();
            var pen = new Pen("#000000", "none", 1, 1, Matrix3x2.CreateTranslation(-box[0], -box[1]));
            return root.Elements().All(element => Draw(element, Taken(pen, root), areas)) ? new Picture(box[2], box[3], areas) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static bool Draw(XElement element, Pen outer, List<Area> areas)
    {
        if (element.Name.LocalName is "title" or "desc") return true;
        if (element.Attribute("style") is not null || element.Attribute("class") is not null || element.Attribute("clip-path") is not null) return false;
        var pen = Taken(outer, element);
        if (element.Name.LocalName == "g") return element.Elements().All(inner => Draw(inner, pen, areas));
        if (Shapes.Figures(element) is not { } figures || Colour(pen.Fill, pen.Opacity) is not { } fill || Colour(pen.Stroke, pen.Opacity) is not { } stroke) return false;

        if (fill.Alpha > 0) areas.Add(new Area([.. figures.Select(figure => Placed(figure.Points, pen.Place))], fill));
        if (stroke.Alpha > 0) areas.Add(new Area([.. figures.SelectMany(figure => Stroke.Outline(figure, pen.Width)).Select(outline => Placed(outline, pen.Place))], stroke));
        return true;
    }

    private static Pen Taken(Pen outer, XElement element) => new(
        element.Attribute("fill")?.Value ?? outer.Fill,
        element.Attribute("stroke")?.Value ?? outer.Stroke,
        Number(element, "stroke-width", outer.Width),
        outer.Opacity * Number(element, "opacity", 1),
        Transform(element.Attribute("transform")?.Value ?? "") * outer.Place);

    private static Matrix3x2 Transform(string text)
    {
        var whole = Matrix3x2.Identity;
        foreach (Match match in Function().Matches(text))
        {
            var v = Numbers(match.Groups[2].Value);
            var step = (match.Groups[1].Value, v) switch
            {
                ("translate", [var x]) => Matrix3x2.CreateTranslation(x, 0),
                ("translate", [var x, var y]) => Matrix3x2.CreateTranslation(x, y),
                ("scale", [var both]) => Matrix3x2.CreateScale(both),
                ("scale", [var x, var y]) => Matrix3x2.CreateScale(x, y),
                ("rotate", [var degrees]) => Matrix3x2.CreateRotation(degrees * MathF.PI / 180),
                ("rotate", [var degrees, var x, var y]) => Matrix3x2.CreateRotation(degrees * MathF.PI / 180, new Vector2(x, y)),
                ("matrix", [var a, var b, var c, var d, var e, var f]) => new Matrix3x2(a, b, c, d, e, f),
                _ => Matrix3x2.Identity,
            };
            whole = step * whole;
        }
        return whole;
    }

    /// <summary>Null: no flat colour.</summary>
    public static Ink? Colour(string text, float opacity = 1)
    {
        var hex = text.Trim() switch { "none" or "transparent" => "", "white" => "ffffff", "black" => "000000", ['#', .. var digits] => digits, _ => "?" };
        if (hex.Length == 0) return default(Ink);
        if (hex.Length == 3) hex = string.Concat(hex.SelectMany(digit => new[] { digit, digit }));
        return hex.Length == 6 && int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new Ink((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb, (byte)MathF.Round(255 * Math.Clamp(opacity, 0, 1)))
            : null;
    }

    internal static float Number(XElement element, string name, float otherwise = 0) =>
        float.TryParse(element.Attribute(name)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private static IReadOnlyList<Vector2> Placed(IReadOnlyList<Vector2> points, Matrix3x2 place) => [.. points.Select(point => Vector2.Transform(point, place))];

    private static float[] Numbers(string text) =>
        [.. Figures().Matches(text).Select(match => float.Parse(match.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"(\w+)\s*\(([^)]*)\)")]
    private static partial Regex Function();

    [GeneratedRegex(@"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")]
    private static partial Regex Figures();
}
