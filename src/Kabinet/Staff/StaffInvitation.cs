using Kabinet.Companies;
using NodaTime;

namespace Kabinet.Staff;

/// <summary>Приглашение: a place in the company that waits for the one it was offered to. Taken or withdrawn it is gone.</summary>
public sealed class StaffInvitation : IOwned
{
    /// <summary>How long a link is good for; it can be sent again.</summary>
    public static readonly Duration Lifetime = Duration.FromDays(7);

    private StaffInvitation() { }

    public StaffInvitation(int companyId, int id, string email, string name, StaffRole role, int? resourceId, string invitedBy) =>
        (CompanyId, Id, Email, Name, Role, ResourceId, InvitedBy) = (companyId, id, email, name, role, resourceId, invitedBy);

    public int CompanyId { get; private set; }
    public int Id { get; private set; }

    /// <summary>As it was typed; whose it is does not depend on capitals.</summary>
    public string Email { get; private set; } = "";
    public string Name { get; private set; } = "";
    public StaffRole Role { get; private set; }

    /// <summary>The resource that this person will be.</summary>
    public int? ResourceId { get; private set; }

    /// <summary>The owner's name, as it was then.</summary>
    public string InvitedBy { get; private set; } = "";

    /// <summary>SHA-256 of the link's secret, hex: only the letter has the secret.</summary>
    public string SecretHash { get; private set; } = "";
    public Instant Expires { get; private set; }

    /// <summary>The last letter went out; null: none did.</summary>
    public Instant? Sent { get; private set; }

    /// <summary>A new link, and the one before opens nothing any more.</summary>
    public void Renew(string secretHash, Instant now) => (SecretHash, Expires, Sent) = (secretHash, now + Lifetime, null);

    public void MarkSent(Instant now) => Sent = now;

    public bool IsOpenAt(Instant now) => now < Expires;
}
