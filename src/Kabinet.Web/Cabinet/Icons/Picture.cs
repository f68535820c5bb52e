using System.Numerics;

namespace Kabinet.Cabinet.Icons;

/// <summary>A closed or open line of points, curves already flattened.</summary>
internal sealed record Figure(IReadOnlyList<Vector2> Points, bool IsClosed);

/// <summary>A colour with its opacity, each 0 to 255.</summary>
internal readonly record struct Ink(byte Red, byte Green, byte Blue, byte Alpha = 255);

/// <summary>An area to be filled: its figures together, by the non-zero rule.</summary>
internal sealed record Area(IReadOnlyList<IReadOnlyList<Vector2>> Outlines, Ink Ink);

/// <summary>A drawing in flat colours, in units of its own.</summary>
internal sealed record Picture(float Width, float Height, IReadOnlyList<Area> Areas)
{
    /// <summary>Every point moved and scaled: x·scale + offset.</summary>
    public Picture Placed(float scale, Vector2 offset, float width, float height) => new(width, height,
        [.. Areas.Select(area => area with { Outlines = [.. area.Outlines.Select(outline => (IReadOnlyList<Vector2>)[.. outline.Select(point => (point * scale) + offset)])] })]);
}
