using NodaTime;

namespace Kabinet.Staff;

/// <summary>What an owner asks of a new key, unchecked.</summary>
public sealed class ApiKeyForm
{
    public string Name { get; set; } = "";
    public ApiAccess Access { get; set; }

    /// <summary>The last day on which it works; null: it does not expire.</summary>
    public LocalDate? Expires { get; set; }

    /// <summary>Null: what was typed is no number.</summary>
    public int? RequestsPerMinute { get; set; } = ApiKey.DefaultRequestsPerMinute;

    /// <summary>What is wrong with it by itself, field by field.</summary>
    /// <param name="today">The company's local date.</param>
    public IEnumerable<Refusal> Check(LocalDate today)
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new Refusal(RefusalReason.ApiKeyNameMissing, "name");
        if (Name.Trim().Length > ApiKey.MaxNameLength) yield return new Refusal(RefusalReason.ApiKeyNameTooLong, "name");
        if ((Access & ApiAccess.All) == ApiAccess.None) yield return new Refusal(RefusalReason.ApiKeyAccessMissing, "access");
        if (Expires < today) yield return new Refusal(RefusalReason.ApiKeyExpiryPassed, "expires");
        if (RequestsPerMinute is not (>= 1 and <= ApiKey.MaxRequestsPerMinute)) yield return new Refusal(RefusalReason.ApiKeyLimitInvalid, "requestsPerMinute");
    }
}
