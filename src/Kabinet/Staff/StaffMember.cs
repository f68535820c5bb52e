using Kabinet.Companies;

namespace Kabinet.Staff;

public enum StaffRole { Owner, Manager, Specialist }

/// <summary>Сотрудник: a user's place in one company.</summary>
public sealed class StaffMember : IOwned
{
    private StaffMember() { }

    public StaffMember(int companyId, Guid userId, string name, StaffRole role) =>
        (CompanyId, UserId, Name, Role) = (companyId, userId, name, role);

    public int CompanyId { get; private set; }
    public Guid UserId { get; private set; }
    public string Name { get; set; } = "";
    public StaffRole Role { get; set; }

    /// <summary>The resource that this person is, for a specialist.</summary>
    public int? ResourceId { get; set; }
}
