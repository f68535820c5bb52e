using System.Globalization;
using System.Numerics;
using System.Xml.Linq;

namespace Kabinet.Cabinet.Icons;

/// <summary>The figures of one SVG element.</summary>
internal static class Shapes
{
    private const int CornersOfRound = 72;

    /// <summary>Null: not one of the shapes that are understood.</summary>
    public static IReadOnlyList<Figure>? Figures(XElement element) => element.Name.LocalName switch
    {
        "path" => PathReader.Read(element.Attribute("d")?.Value ?? ""),
        "rect" => [Rectangle(element)],
        "circle" => [Ellipse(Of(element, "cx"), Of(element, "cy"), Of(element, "r"), Of(element, "r"))],
        "ellipse" => [Ellipse(Of(element, "cx"), Of(element, "cy"), Of(element, "rx"), Of(element, "ry"))],
        "line" => PathReader.Read(string.Create(CultureInfo.InvariantCulture, $"M{Of(element, "x1")} {Of(element, "y1")}L{Of(element, "x2")} {Of(element, "y2")}")),
        "polyline" => PathReader.Read("M" + element.Attribute("points")?.Value),
        "polygon" => PathReader.Read("M" + element.Attribute("points")?.Value + "Z"),
        _ => null,
    };

    private static Figure Rectangle(XElement element)
    {
        var (x, y, width, height) = (Of(element, "x"), Of(element, "y"), Of(element, "width"), Of(element, "height"));
        var radius = Math.Min(SvgReader.Number(element, "rx", Of(element, "ry")), Math.Min(width, height) / 2);
        var (left, top, right, bottom) = (x + radius, y + radius, x + width - radius, y + height - radius);
        Vector2[] corners = [new(right, bottom), new(left, bottom), new(left, top), new(right, top)];
        var steps = radius > 0 ? CornersOfRound / 4 : 0;
        return new Figure([.. corners.SelectMany((corner, quarter) => Enumerable.Range(0, steps + 1).Select(step =>
        {
            var (sin, cos) = MathF.SinCos((quarter + (step / (float)Math.Max(steps, 1))) * MathF.PI / 2);
            return new Vector2(corner.X + (radius * cos), corner.Y + (radius * sin));
        }))], IsClosed: true);
    }

    private static Figure Ellipse(float x, float y, float across, float down) => new([.. Enumerable.Range(0, CornersOfRound)
        .Select(corner => MathF.SinCos(corner * MathF.Tau / CornersOfRound))
        .Select(turn => new Vector2(x + (across * turn.Cos), y + (down * turn.Sin)))], IsClosed: true);

    private static float Of(XElement element, string name) => SvgReader.Number(element, name);
}
