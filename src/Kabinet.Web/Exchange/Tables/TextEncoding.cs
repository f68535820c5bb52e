using System.Text;

namespace Kabinet.Exchange.Tables;

/// <summary>In which letters a text is written: its mark says so, else what it holds. A Russian text that is no UTF-8 is windows-1251.</summary>
internal static class TextEncoding
{
    private static readonly Encoding Cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null: it is no text.</summary>
    public static Encoding? Of(Stream file)
    {
        file.Position = 0;
        var head = new byte[4096];
        var start = head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode;
        if (start.Contains((byte)0)) return WithoutMark(start);
        return IsUtf8(file) ? Encoding.UTF8 : Cyrillic;
    }

    /// <summary>In UTF-16 the separators, the digits and the ends of the lines have a zero byte, always on the same side.</summary>
    private static Encoding? WithoutMark(ReadOnlySpan<byte> start)
    {
        var (even, odd, last) = (0, 0, 0);
        for (var i = 0; i < start.Length; i++)
        {
            if (start[i] != 0) continue;
            if (i > 0 && start[i - 1] == 0 && last == i - 1) return null;
            last = i;
            if (i % 2 == 0) even++;
            else odd++;
        }
        return even == 0 ? Encoding.Unicode : odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    private static bool IsUtf8(Stream file)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, StrictUtf8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var buffer = new char[16 * 1024];
        try
        {
            while (reader.ReadBlock(buffer) > 0) { }
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
