using Kabinet.Companies;
using NodaTime;

namespace Kabinet.Staff;

/// <summary>Does a key still open anything?</summary>
public enum ApiKeyState { Live, Expired, Revoked }

/// <summary>
/// Ключ API: lets a program work with the company's data without a person. Its secret is shown once, to the owner who created it, and is
/// not kept.
/// </summary>
public sealed class ApiKey : IOwned
{
    public const int MaxNameLength = 60, MaxLive = 50, DefaultRequestsPerMinute = 120, MaxRequestsPerMinute = 6000;

    private ApiKey() { }

    /// <param name="hint">How the secret begins.</param>
    /// <param name="secretHash">SHA-256 of the whole secret, hex.</param>
    public ApiKey(int companyId, int id, string name, string hint, string secretHash, ApiAccess access, Instant created, string createdBy) =>
        (CompanyId, Id, Name, Hint, SecretHash, Access, Created, CreatedBy) = (companyId, id, name, hint, secretHash, access, created, createdBy);

    public int CompanyId { get; private set; }
    public int Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The first characters of the secret, by which a person recognises it; nobody can guess the rest from them.</summary>
    public string Hint { get; private set; } = "";
    public string SecretHash { get; private set; } = "";
    public ApiAccess Access { get; private set; }

    /// <summary>The company's local date, that day included; null: it does not expire.</summary>
    public LocalDate? Expires { get; init; }

    /// <summary>1 to <see cref="MaxRequestsPerMinute"/>.</summary>
    public int RequestsPerMinute { get; init; } = DefaultRequestsPerMinute;
    public Instant Created { get; private set; }

    /// <summary>The owner's name, as it was then.</summary>
    public string CreatedBy { get; private set; } = "";

    /// <summary>When it last opened something, to a minute; null: never.</summary>
    public Instant? LastUsed { get; private set; }
    public Instant? Revoked { get; private set; }

    /// <summary>The first revocation is the one that counts.</summary>
    public void Revoke(Instant now) => Revoked ??= now;

    /// <param name="today">The company's local date.</param>
    public ApiKeyState StateOn(LocalDate today) =>
        Revoked is not null ? ApiKeyState.Revoked : Expires < today ? ApiKeyState.Expired : ApiKeyState.Live;
}
