using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Kabinet.Staff;

/// <summary>«key_» and 40 random hex digits. 160 bits need no slow hash: nobody tries them all.</summary>
internal sealed partial class ApiKeySecret
{
    public const string Prefix = "key_";

    private const int Bytes = 20, HintLength = 10;

    private readonly string text;

    private ApiKeySecret(string text) => this.text = text;

    /// <summary>How it begins: enough to recognise it, 34 digits short of using it.</summary>
    public string Hint => text[..HintLength];
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

    public static ApiKeySecret New() => new(Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Null: what was sent has not the form of a secret.</summary>
    public static ApiKeySecret? Read(string? sent) => sent is not null && Form().IsMatch(sent) ? new ApiKeySecret(sent) : null;

    /// <summary>For the one showing to the owner.</summary>
    public string Reveal() => text;

    /// <summary>What a log may have of it.</summary>
    public override string ToString() => Hint + "…";

    [GeneratedRegex(@"\Akey_[0-9a-f]{40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
