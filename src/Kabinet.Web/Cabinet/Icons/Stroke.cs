using System.Numerics;

namespace Kabinet.Cabinet.Icons;

/// <summary>The area that a pen leaves along a figure: a rectangle for every piece and a round joint at every point, all turning one way so that they add up.</summary>
internal static class Stroke
{
    private const int CornersOfJoint = 20;

    public static IEnumerable<IReadOnlyList<Vector2>> Outline(Figure figure, float width)
    {
        var points = figure.IsClosed ? [.. figure.Points, figure.Points[0]] : figure.Points;
        for (var i = 0; i < points.Count; i++)
        {
            yield return Joint(points[i], width / 2);
            if (i + 1 < points.Count && points[i] != points[i + 1]) yield return Piece(points[i], points[i + 1], width / 2);
        }
    }

    private static Vector2[] Piece(Vector2 from, Vector2 to, float half)
    {
        var along = Vector2.Normalize(to - from) * half;
        var aside = new Vector2(-along.Y, along.X);
        return [from - aside, to - aside, to + aside, from + aside];
    }

    private static Vector2[] Joint(Vector2 at, float half) => [.. Enumerable.Range(0, CornersOfJoint)
        .Select(corner => MathF.SinCos(corner * MathF.Tau / CornersOfJoint))
        .Select(turn => at + (new Vector2(turn.Cos, turn.Sin) * half))];
}
