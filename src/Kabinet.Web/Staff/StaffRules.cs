using Kabinet.Data;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Staff;

/// <summary>What a company's places must keep to, asked in the transaction that changes them.</summary>
internal static class StaffRules
{
    /// <summary>One resource is one person, be he here already or only invited.</summary>
    /// <param name="userId">Whose place it is; null: nobody's yet.</param>
    public static async Task<Refusal?> CheckResourceAsync(this AppDb db, int? resourceId, Guid? userId, CancellationToken cancel)
    {
        if (resourceId is not { } id) return null;
        if (!await db.Resources.AnyAsync(resource => resource.Id == id && !resource.IsArchived, cancel)) return new Refusal(RefusalReason.ResourceUnknown, "resource");
        var isTaken = await db.StaffMembers.AnyAsync(member => member.ResourceId == id && member.UserId != userId, cancel)
            || await db.StaffInvitations.AnyAsync(invitation => invitation.ResourceId == id, cancel);
        return isTaken ? new Refusal(RefusalReason.StaffResourceTaken, "resource") : null;
    }

    /// <summary>Nobody could let the others in again.</summary>
    public static async Task<bool> IsLastOwnerAsync(this AppDb db, StaffMember member, CancellationToken cancel) =>
        member.Role == StaffRole.Owner && !await db.StaffMembers.AnyAsync(one => one.Role == StaffRole.Owner && one.UserId != member.UserId, cancel);
}
