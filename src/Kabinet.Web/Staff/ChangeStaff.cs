using Kabinet.Data;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Staff;

/// <summary>Name, role and resource of somebody who works here; what he may counts from his next request on.</summary>
public sealed class ChangeStaff(CompanyWork work)
{
    public Task<Outcome<StaffMember>> RunAsync(SignedInMember member, Guid userId, StaffForm form, CancellationToken cancel = default) =>
        work.ChangeAsync<StaffMember>(member.CompanyId, async (db, _) =>
        {
            if (!await db.IsOwnerAsync(member, cancel)) return RefusalReason.OwnersOnly;
            if (await db.StaffMembers.FirstOrDefaultAsync(one => one.UserId == userId, cancel) is not { } changed) return RefusalReason.StaffUnknown;
            List<Refusal> refusals = [.. form.Check(isInvitation: false)];
            // An archived resource that he is already may stay.
            if (form.ResourceId != changed.ResourceId && await db.CheckResourceAsync(form.ResourceId, userId, cancel) is { } refused) refusals.Add(refused);
            if (form.Role != StaffRole.Owner && await db.IsLastOwnerAsync(changed, cancel)) refusals.Add(new Refusal(RefusalReason.LastOwner, "role"));
            if (refusals.Count > 0) return refusals;
            (changed.Name, changed.Role, changed.ResourceId) = (form.Name.Trim(), form.Role, form.ResourceId);
            return changed;
        }, cancel);
}
