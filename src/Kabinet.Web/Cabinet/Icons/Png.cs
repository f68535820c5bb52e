using System.Buffers.Binary;
using System.IO.Compression;

namespace Kabinet.Cabinet.Icons;

/// <summary>Writes pixels as PNG (ISO/IEC 15948): eight bits a channel, no alpha, no filters.</summary>
internal static class Png
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];
    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(value => Remainder((uint)value))];

    /// <param name="pixels">Red, green, blue, row by row.</param>
    public static byte[] Write(byte[] pixels, int size)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size);
        (header[8], header[9]) = (8, 2);
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "IDAT"u8, Packed(pixels, size * 3));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Packed(byte[] pixels, int row)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            for (var at = 0; at < pixels.Length; at += row)
            {
                zlib.WriteByte(0); // the filter of this row: none
                zlib.Write(pixels, at, row);
            }
        }
        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Sum(data, Sum(type, uint.MaxValue)));
        file.Write(number);
    }

    // The CRC of annex D.
    private static uint Sum(ReadOnlySpan<byte> data, uint sum)
    {
        foreach (var one in data) sum = Remainders[(sum ^ one) & 0xff] ^ (sum >> 8);
        return sum;
    }

    private static uint Remainder(uint value)
    {
        for (var bit = 0; bit < 8; bit++) value = (value & 1) == 1 ? 0xedb88320 ^ (value >> 1) : value >> 1;
        return value;
    }
}
