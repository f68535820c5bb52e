using Microsoft.AspNetCore.Identity;

namespace Kabinet.Staff;

/// <summary>Who signs in to the back office; a <see cref="StaffMember"/> says in which company and as what.</summary>
public sealed class StaffUser : IdentityUser<Guid>;
