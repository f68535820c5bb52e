using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Kabinet.Cabinet.Icons;

/// <summary>Reads the d of an SVG path (all commands but the elliptic arc) into figures.</summary>
internal sealed partial class PathReader
{
    private const int StepsOfCurve = 12;

    private readonly List<Figure> figures = [];
    private List<Vector2> points = [];
    private Vector2 at, start, control;
    private char before;

    /// <summary>Null: something in it is not understood.</summary>
    public static IReadOnlyList<Figure>? Read(string d)
    {
        var reader = new PathReader();
        var tokens = Token().Matches(d);
        for (var i = 0; i < tokens.Count;)
        {
            var command = tokens[i++].Value[0];
            var count = Arguments(command);
            if (count < 0) return null;
            do
            {
                var values = new float[count];
                for (var n = 0; n < count; n++, i++)
                {
                    if (i >= tokens.Count || !float.TryParse(tokens[i].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out values[n])) return null;
                }
                reader.Draw(command, values);
                // More numbers repeat the command; after a move they are lines.
                command = command switch { 'M' => 'L', 'm' => 'l', _ => command };
            }
            while (count > 0 && i < tokens.Count && !char.IsAsciiLetter(tokens[i].ValueSpan[0]));
        }
        reader.Finish(isClosed: false);
        return reader.figures;
    }

    private static int Arguments(char command) => char.ToUpperInvariant(command) switch
    {
        'M' or 'L' or 'T' => 2,
        'H' or 'V' => 1,
        'C' => 6,
        'S' or 'Q' => 4,
        'Z' => 0,
        _ => -1,
    };

    private void Draw(char command, float[] v)
    {
        var origin = char.IsAsciiLetterLower(command) ? at : Vector2.Zero;
        var kind = char.ToUpperInvariant(command);
        Vector2 Point(int index) => origin + new Vector2(v[index], v[index + 1]);
        switch (kind)
        {
            case 'M': Move(Point(0)); break;
            case 'L': Line(Point(0)); break;
            case 'H': Line(new Vector2(origin.X + v[0], at.Y)); break;
            case 'V': Line(new Vector2(at.X, origin.Y + v[0])); break;
            case 'C': Cubic(Point(0), Point(2), Point(4)); break;
            case 'S': Cubic(Mirrored("CS"), Point(0), Point(2)); break;
            case 'Q': Quadratic(Point(0), Point(2)); break;
            case 'T': Quadratic(Mirrored("QT"), Point(0)); break;
            default: Close(); break;
        }
        before = kind;
    }

    private Vector2 Mirrored(string after) => after.Contains(before, StringComparison.Ordinal) ? (2 * at) - control : at;

    private void Move(Vector2 to)
    {
        Finish(isClosed: false);
        points = [to];
        at = start = to;
    }

    private void Line(Vector2 to)
    {
        if (points.Count == 0) points.Add(at);
        points.Add(at = to);
    }

    private void Quadratic(Vector2 through, Vector2 to)
    {
        var from = at;
        Cubic(from + ((through - from) * 2 / 3), to + ((through - to) * 2 / 3), to);
        control = through;
    }

    private void Cubic(Vector2 first, Vector2 second, Vector2 to)
    {
        var from = at;
        for (var step = 1; step <= StepsOfCurve; step++)
        {
            var (t, u) = (step / (float)StepsOfCurve, 1 - (step / (float)StepsOfCurve));
            Line((u * u * u * from) + (3 * u * u * t * first) + (3 * u * t * t * second) + (t * t * t * to));
        }
        control = second;
    }

    private void Close()
    {
        Finish(isClosed: true);
        at = start;
    }

    private void Finish(bool isClosed)
    {
        if (points.Count > 1) figures.Add(new Figure(points, isClosed));
        points = [];
    }

    [GeneratedRegex(@"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")]
    private static partial Regex Token();
}
