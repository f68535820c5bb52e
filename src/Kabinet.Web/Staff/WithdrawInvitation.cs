using Kabinet.Data;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Staff;

/// <summary>«Отозвать приглашение»: its link opens nothing any more.</summary>
public sealed class WithdrawInvitation(CompanyWork work)
{
    public Task<Outcome<StaffInvitation>> RunAsync(SignedInMember member, int invitationId, CancellationToken cancel = default) =>
        work.ChangeAsync<StaffInvitation>(member.CompanyId, async (db, _) =>
        {
            if (!await db.IsOwnerAsync(member, cancel)) return RefusalReason.OwnersOnly;
            if (await db.StaffInvitations.FirstOrDefaultAsync(one => one.Id == invitationId, cancel) is not { } invitation) return RefusalReason.InvitationUnknown;
            db.Remove(invitation);
            return invitation;
        }, cancel);
}
