using Kabinet.Data;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Staff;

internal static class Ownership
{
    /// <summary>As the database has it in this transaction: the cookie may be a minute behind.</summary>
    public static Task<bool> IsOwnerAsync(this AppDb db, SignedInMember member, CancellationToken cancel) =>
        db.StaffMembers.AnyAsync(one => one.UserId == member.UserId && one.Role == StaffRole.Owner, cancel);

    /// <summary>Owner or manager, as the database has it in this transaction.</summary>
    public static Task<bool> IsManagementAsync(this AppDb db, SignedInMember member, CancellationToken cancel) =>
        db.StaffMembers.AnyAsync(one => one.UserId == member.UserId && (one.Role == StaffRole.Owner || one.Role == StaffRole.Manager), cancel);
}
