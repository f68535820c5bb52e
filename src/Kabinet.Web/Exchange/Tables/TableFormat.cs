using System.Text;

namespace Kabinet.Exchange.Tables;

/// <summary>What a file is, by its first bytes: names lie, be it by mistake.</summary>
internal static class TableFormat
{
    private const int HeadLength = 8192;

    public enum Kind { Nothing, Csv, Xlsx, OldExcel, Encrypted, Other }

    public static Kind Of(Stream file)
    {
        var head = Head(file);
        if (head.Length == 0) return Kind.Nothing;
        if (head.AsSpan().StartsWith("PK\x03\x04"u8)) return Kind.Xlsx;
        // A container of parts with names: an old workbook, or a new one that is locked with a password.
        if (head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return IsEncrypted(file) ? Kind.Encrypted : Kind.OldExcel;
        if (TextEncoding.Of(file) is not { } encoding) return Kind.Other;
        file.Position = 0;
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var text = new char[HeadLength];
        var start = new string(text, 0, reader.ReadBlock(text)).TrimStart();
        // Web pages and XML that call themselves .xls or .csv.
        return start.Length == 0 ? Kind.Nothing : start[0] is '<' or '{' || start.StartsWith("%PDF", StringComparison.Ordinal) ? Kind.Other : Kind.Csv;
    }

    private static byte[] Head(Stream file)
    {
        file.Position = 0;
        var head = new byte[HeadLength];
        return head[..file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
    }

    /// <summary>The part's name stands in the container's directory, wherever in the file that is.</summary>
    private static bool IsEncrypted(Stream file)
    {
        ReadOnlySpan<byte> name = Encoding.Unicode.GetBytes("EncryptedPackage");
        file.Position = 0;
        var buffer = new byte[64 * 1024];
        var kept = 0;
        while (file.Read(buffer, kept, buffer.Length - kept) is var read and > 0)
        {
            if (buffer.AsSpan(0, kept + read).IndexOf(name) >= 0) return true;
            var tail = Math.Min(name.Length - 1, kept + read);
            buffer.AsSpan(kept + read - tail, tail).CopyTo(buffer);
            kept = tail;
        }
        return false;
    }
}
