using Kabinet.Data;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Staff;

/// <summary>«Убрать»: the place in this company ends at once; what the person wrote stays, and so do places in other companies.</summary>
public sealed class RemoveStaff(CompanyWork work)
{
    public Task<Outcome<StaffMember>> RunAsync(SignedInMember member, Guid userId, CancellationToken cancel = default) =>
        work.ChangeAsync<StaffMember>(member.CompanyId, async (db, _) =>
        {
            if (!await db.IsOwnerAsync(member, cancel)) return RefusalReason.OwnersOnly;
            if (await db.StaffMembers.FirstOrDefaultAsync(one => one.UserId == userId, cancel) is not { } removed) return RefusalReason.StaffUnknown;
            if (await db.IsLastOwnerAsync(removed, cancel)) return RefusalReason.LastOwner;
            db.Remove(removed);
            return removed;
        }, cancel);
}
