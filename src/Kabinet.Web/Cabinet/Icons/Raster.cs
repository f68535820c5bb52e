using System.Numerics;

namespace Kabinet.Cabinet.Icons;

/// <summary>Fills the areas of a picture into pixels, smooth at the edges: four lines a pixel, exact across.</summary>
internal static class Raster
{
    private const int LinesPerPixel = 4;

    /// <returns>Red, green, blue of every pixel, row by row; the picture stands on white.</returns>
    public static byte[] Draw(Picture picture, int size)
    {
        var pixels = new byte[size * size * 3];
        Array.Fill(pixels, (byte)255);
        foreach (var area in picture.Placed(size / picture.Width, Vector2.Zero, size, size).Areas) Fill(area, pixels, size);
        return pixels;
    }

    private static void Fill(Area area, byte[] pixels, int size)
    {
        var cover = new float[size];
        for (var row = 0; row < size; row++)
        {
            Array.Clear(cover);
            for (var line = 0; line < LinesPerPixel; line++) Cover(area, row + ((line + 0.5f) / LinesPerPixel), cover);
            for (var column = 0; column < size; column++)
            {
                if (cover[column] > 0) Blend(pixels.AsSpan((((row * size) + column) * 3)..), area.Ink, Math.Min(1, cover[column]));
            }
        }
    }

    /// <summary>Adds what the area covers of each pixel along one line.</summary>
    private static void Cover(Area area, float y, float[] cover)
    {
        List<(float X, int Turn)> crossings = [];
        foreach (var outline in area.Outlines)
        {
            for (var i = 0; i < outline.Count; i++)
            {
                var (from, to) = (outline[i], outline[(i + 1) % outline.Count]);
                if (from.Y <= y == to.Y <= y) continue;
                crossings.Add((from.X + ((y - from.Y) / (to.Y - from.Y) * (to.X - from.X)), from.Y < to.Y ? 1 : -1));
            }
        }
        crossings.Sort((left, right) => left.X.CompareTo(right.X));
        for (int i = 0, turns = 0; i + 1 < crossings.Count; i++)
        {
            turns += crossings[i].Turn;
            if (turns != 0) Add(crossings[i].X, crossings[i + 1].X, cover);
        }
    }

    private static void Add(float from, float to, float[] cover)
    {
        (from, to) = (Math.Max(from, 0), Math.Min(to, cover.Length));
        for (var column = (int)from; column < to; column++)
            cover[column] += (Math.Min(to, column + 1) - Math.Max(from, column)) / LinesPerPixel;
    }

    private static void Blend(Span<byte> pixel, Ink ink, float cover)
    {
        var share = cover * ink.Alpha / 255;
        pixel[0] = Mix(pixel[0], ink.Red, share);
        pixel[1] = Mix(pixel[1], ink.Green, share);
        pixel[2] = Mix(pixel[2], ink.Blue, share);
    }

    private static byte Mix(byte under, byte over, float share) => (byte)MathF.Round(under + ((over - under) * share));
}
