namespace Kabinet.Staff;

/// <summary>A program that came with a valid key: what it may do, and how often.</summary>
public sealed record ApiCaller(int CompanyId, int KeyId, string Name, ApiAccess Access, int RequestsPerMinute)
{
    public bool May(ApiAccess access) => (Access & access) == access;

    /// <summary>The use cases of the back office ask who is at the desk: a key sees what management sees, where its access lets it.</summary>
    public SignedInMember AsMember() => new(CompanyId, Guid.Empty, Name, StaffRole.Manager, null);
}
