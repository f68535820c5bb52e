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
        var body = IdempotencyKey.Words(request);
        return new BookingSecret(
            new Guid(IdempotencyKey.Digest("device", companyId, idempotencyKey, "")[..16]),
            Convert.ToHexStringLower(IdempotencyKey.Digest("secret", companyId, idempotencyKey, body).AsSpan(0, SecretBytes)));
    }
}
