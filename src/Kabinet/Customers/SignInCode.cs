using Kabinet.Companies;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>A code sent to a phone: lives 5 minutes, allows five tries, works once.</summary>
public sealed class SignInCode : IOwned
{
    public static readonly Duration Lifetime = Duration.FromMinutes(5);
    public const int MaxTries = 5;

    private SignInCode() { }

    public SignInCode(int companyId, Guid id, string phone, string codeHash, Guid deviceId, string address, Instant created) =>
        (CompanyId, Id, Phone, CodeHash, DeviceId, Address, Created) = (companyId, id, phone, codeHash, deviceId, address, created);

    public int CompanyId { get; private set; }
    public Guid Id { get; private set; }
    public string Phone { get; private set; } = "";
    public string CodeHash { get; private set; } = "";
    public Guid DeviceId { get; private set; }

    /// <summary>The network address that asked for it, for the limits.</summary>
    public string Address { get; private set; } = "";
    public Instant Created { get; private set; }
    public int Tries { get; private set; }
    public bool IsUsed { get; private set; }

    /// <summary>Null: right, and used up. A wrong try is counted.</summary>
    public RefusalReason? Try(string codeHash, Guid deviceId, Instant now)
    {
        if (IsUsed || DeviceId != deviceId || IsExpired(now)) return RefusalReason.CodeExpired;
        if (Tries >= MaxTries) return RefusalReason.TooManyTries;
        Tries++;
        if (!string.Equals(CodeHash, codeHash, StringComparison.Ordinal)) return Tries >= MaxTries ? RefusalReason.TooManyTries : RefusalReason.CodeWrong;
        IsUsed = true;
        return null;
    }

    public bool CanBeTried(Instant now) => !IsUsed && !IsExpired(now) && Tries < MaxTries;

    private bool IsExpired(Instant now) => now >= Created + Lifetime;
}
