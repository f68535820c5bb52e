using Kabinet.Companies;
using NodaTime;

namespace Kabinet.Customers;

public enum ConsentKind { PersonalData, Advertising }

/// <summary>One version of a text to which clients agree; never changed once published (152-ФЗ).</summary>
public sealed class ConsentText : IOwned
{
    /// <summary>In characters.</summary>
    public const int MaxLength = 20_000;

    private ConsentText() { }

    public ConsentText(int companyId, ConsentKind kind, int version, string text, Instant published) =>
        (CompanyId, Kind, Version, Text, Published) = (companyId, kind, version, text, published);

    public int CompanyId { get; private set; }
    public ConsentKind Kind { get; private set; }
    public int Version { get; private set; }

    /// <summary>Empty: from this version on nobody is asked to agree.</summary>
    public string Text { get; private set; } = "";
    public Instant Published { get; private set; }
}

/// <summary>Who agreed to which version when: the evidence.</summary>
public sealed class Consent : IOwned
{
    private Consent() { }

    public Consent(int companyId, Guid id, int customerId, ConsentKind kind, int version, Guid deviceId, string address, Instant given) =>
        (CompanyId, Id, CustomerId, Kind, Version, DeviceId, Address, Given) = (companyId, id, customerId, kind, version, deviceId, address, given);

    public int CompanyId { get; private set; }
    public Guid Id { get; private set; }
    public int CustomerId { get; private set; }
    public ConsentKind Kind { get; private set; }
    public int Version { get; private set; }
    public Guid DeviceId { get; private set; }
    public string Address { get; private set; } = "";
    public Instant Given { get; private set; }

    /// <summary>Null: in force.</summary>
    public Instant? Withdrawn { get; private set; }

    public void Withdraw(Instant now) => Withdrawn ??= now;

    /// <summary>That somebody agreed stays, who it was does not.</summary>
    public void Anonymise(Instant now)
    {
        Withdraw(now);
        (DeviceId, Address) = (Guid.Empty, "");
    }
}
