using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kabinet.Exchange;

namespace Kabinet.Api;

/// <summary>
/// What a booking made by the API is known by: a device of its own, as a browser has, and the secret that opens it. Both are made from
/// the request, so that a repeat of it gets the same answer although the secret is not kept; whoever could compute it, from the key and
/// every word of the body, could repeat the request and be told it anyway.
/// </summary>
internal sealed record BookingSecret(Guid DeviceId, string Secret)
{
    private const int SecretBytes = 20;

    public static BookingSecret Of(int companyId, string idempotencyKey, BookingRequest request)
    {
        // Read and written again, the body is the same whatever its spaces and the order of its fields.
        var body = JsonSerializer.Serialize(request, StrictJson.Options);
        return new BookingSecret(
            new Guid(Digest("device", companyId, idempotencyKey, "")[..16]),
            Convert.ToHexStringLower(Digest("secret", companyId, idempotencyKey, body).AsSpan(0, SecretBytes)));
    }

    private static byte[] Digest(string purpose, int companyId, string key, string body) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}\n{companyId}\n{key}\n{body}"));
}
