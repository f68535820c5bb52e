using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Kabinet.Staff;

/// <summary>The secret of a link in a letter: 256 random bits, so that its hash need not be slow. The letter has it, the database the hash alone.</summary>
internal sealed partial class LinkSecret
{
    private const int Bytes = 32;

    private readonly string text;

    private LinkSecret(string text) => this.text = text;

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

    public static LinkSecret New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Null: what was sent has not the form of a secret.</summary>
    public static LinkSecret? Read(string? sent) => sent is not null && Form().IsMatch(sent) ? new LinkSecret(sent) : null;

    /// <summary>For the letter, or for the owner who hands it over.</summary>
    public string Reveal() => text;

    /// <summary>What a log may have of it.</summary>
    public override string ToString() => "…";

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
