using System.Text;
using Kabinet.Starting;

namespace Kabinet.Commands;

/// <summary>A file named on the command line; - is the standard input.</summary>
internal static class InputFile
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <exception cref="StartException">It cannot be read.</exception>
    public static async Task<byte[]> ReadBytesAsync(string file, CancellationToken cancel)
    {
        try
        {
            if (file != "-") return await File.ReadAllBytesAsync(file, cancel);
            using var memory = new MemoryStream();
            await using var input = Console.OpenStandardInput();
            await input.CopyToAsync(memory, cancel);
            return memory.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"cannot read {file}: {exception.Message}", exception);
        }
    }

    /// <summary>Text in UTF-8, with or without a byte order mark.</summary>
    /// <exception cref="StartException">It cannot be read, or is not UTF-8.</exception>
    public static async Task<string> ReadAsync(string file, CancellationToken cancel)
    {
        try
        {
            return Strict.GetString(WithoutMark(await ReadBytesAsync(file, cancel)).Span);
        }
        catch (DecoderFallbackException exception)
        {
            throw new StartException($"{file} is no text in UTF-8", exception);
        }
    }

    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) => bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
}
