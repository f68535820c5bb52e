using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kabinet.Exchange;

namespace Kabinet.Api;

/// <summary>The header by which a repeated request is known: a new one for each thing meant, the same when the answer was lost.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>Null: there is a key, and it will do.</summary>
    public static Problem? Check(ApiCall call)
    {
        var header = call.Http.Request.Headers[Header];
        if (header.Count == 0) return call.Refuse(ApiReason.IdempotencyKeyMissing, Header);
        var key = header.ToString();
        return header.Count == 1 && key.Length is >= 16 and <= 100 && key.All(letter => letter is > ' ' and <= '~') ? null : call.Refuse(ApiReason.IdempotencyKeyInvalid, Header);
    }

    public static string Of(ApiCall call) => call.Http.Request.Headers[Header].ToString();

    /// <summary>Read and written again, a body is the same whatever its spaces and the order of its fields.</summary>
    public static string Words<T>(T body) => JsonSerializer.Serialize(body, StrictJson.Options);

    public static byte[] Digest(string purpose, int companyId, string key, string body) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}\n{companyId}\n{key}\n{body}"));
}
