using Kabinet.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Staff;

/// <summary>«Пригласить»: a place for somebody who takes it himself, by a link that reaches him by e-mail.</summary>
public sealed class InviteStaff(CompanyWork work, InvitationLetters letters, ILookupNormalizer normalizer, IClock clock)
{
    /// <summary>More than a company hires at one time.</summary>
    public const int MaxOpen = 50;

    /// <summary>Before that another letter is not sent.</summary>
    public static readonly Duration Between = Duration.FromMinutes(1);

    public async Task<Outcome<SentInvitation>> RunAsync(SignedInMember member, StaffForm form, CancellationToken cancel = default)
    {
        var secret = LinkSecret.New();
        var outcome = await work.ChangeAsync<(StaffInvitation, string)>(member.CompanyId, async (db, company) =>
        {
            if (!await db.IsOwnerAsync(member, cancel)) return RefusalReason.OwnersOnly;
            List<Refusal> refusals = [.. form.Check(isInvitation: true), .. await ConflictsAsync(db, form, cancel)];
            if (refusals.Count > 0) return refusals;
            var invitation = new StaffInvitation(company.Id, company.TakeId(), form.Email.Trim(), form.Name.Trim(), form.Role, form.ResourceId, member.Name);
            invitation.Renew(secret.Hash, clock.GetCurrentInstant());
            db.Add(invitation);
            return (invitation, company.Name);
        }, cancel);
        return outcome.IsRefused ? (List<Refusal>)[.. outcome.Refusals] : await letters.SendAsync(outcome.Value.Item1, outcome.Value.Item2, secret, cancel);
    }

    /// <summary>«Отправить ещё раз»: a new link, for another week.</summary>
    public async Task<Outcome<SentInvitation>> AgainAsync(SignedInMember member, int invitationId, CancellationToken cancel = default)
    {
        var secret = LinkSecret.New();
        var outcome = await work.ChangeAsync<(StaffInvitation, string)>(member.CompanyId, async (db, company) =>
        {
            if (!await db.IsOwnerAsync(member, cancel)) return RefusalReason.OwnersOnly;
            if (await db.StaffInvitations.FirstOrDefaultAsync(one => one.Id == invitationId, cancel) is not { } invitation) return RefusalReason.InvitationUnknown;
            var now = clock.GetCurrentInstant();
            if (invitation.Sent + Between > now) return RefusalReason.InvitationJustSent;
            invitation.Renew(secret.Hash, now);
            return (invitation, company.Name);
        }, cancel);
        return outcome.IsRefused ? (List<Refusal>)[.. outcome.Refusals] : await letters.SendAsync(outcome.Value.Item1, outcome.Value.Item2, secret, cancel);
    }

    private async Task<IReadOnlyList<Refusal>> ConflictsAsync(AppDb db, StaffForm form, CancellationToken cancel)
    {
        List<Refusal> refusals = [];
        var email = normalizer.NormalizeEmail(form.Email.Trim());
        var invited = await db.StaffInvitations.Select(one => one.Email).ToListAsync(cancel);
        if (await db.Users.AnyAsync(user => user.NormalizedEmail == email && db.StaffMembers.Any(one => one.UserId == user.Id), cancel)) refusals.Add(new Refusal(RefusalReason.StaffKnown, "email"));
        else if (invited.Any(one => normalizer.NormalizeEmail(one) == email)) refusals.Add(new Refusal(RefusalReason.AlreadyInvited, "email"));
        else if (invited.Count >= MaxOpen) refusals.Add(new Refusal(RefusalReason.TooManyInvitations));
        if (await db.CheckResourceAsync(form.ResourceId, userId: null, cancel) is { } refused) refusals.Add(refused);
        return refusals;
    }
}
