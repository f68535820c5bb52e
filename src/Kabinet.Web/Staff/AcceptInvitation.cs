using Kabinet.Companies;
using Kabinet.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Staff;

/// <summary>What a link of an invitation offers.</summary>
/// <param name="UserId">Who signs in with that e-mail, wherever he works; null: nobody, and a password is to be chosen.</param>
public sealed record OfferedPlace(StaffInvitation Invitation, string Company, Guid? UserId);

/// <summary>Name and password that were typed to take a place, unchecked.</summary>
public sealed record AcceptForm(string? Name, string? Password)
{
    /// <param name="isNew">Is a password to be chosen?</param>
    public IEnumerable<Refusal> Check(bool isNew)
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new Refusal(RefusalReason.NameMissing, "name");
        if (Name?.Trim().Length > NewCompanyForm.MaxNameLength) yield return new Refusal(RefusalReason.NameTooLong, "name");
        if (!isNew) yield break;
        if (Password is not { Length: >= NewCompanyForm.MinPasswordLength }) yield return new Refusal(RefusalReason.PasswordTooShort, "password");
        if (Password?.Length > NewCompanyForm.MaxPasswordLength) yield return new Refusal(RefusalReason.PasswordTooLong, "password");
    }
}

/// <summary>
/// Takes the place that an invitation offers. Who signs in already does so first: the link alone is no proof that it is he. Others choose a
/// password; the link came to their e-mail, as one that sets a new password would.
/// </summary>
internal sealed class AcceptInvitation(Databases databases, CompanyWork work, UserManager<StaffUser> users, AppointStaff appoint, IClock clock)
{
    /// <param name="code">The secret, or whatever else was sent in its place.</param>
    public async Task<Outcome<OfferedPlace>> FindAsync(string? code, CancellationToken cancel = default)
    {
        if (LinkSecret.Read(code) is not { } secret) return RefusalReason.InvitationUnknown;
        await using var db = databases.Open();
        // Who comes with a link has no company yet.
        var invitation = await db.StaffInvitations.IgnoreQueryFilters([AppDb.OfCompany]).AsNoTracking().FirstOrDefaultAsync(one => one.SecretHash == secret.Hash, cancel);
        if (invitation is null) return RefusalReason.InvitationUnknown;
        if (!invitation.IsOpenAt(clock.GetCurrentInstant())) return RefusalReason.InvitationExpired;
        var company = await db.Companies.Where(one => one.Id == invitation.CompanyId).Select(one => one.Name).SingleAsync(cancel);
        var email = users.NormalizeEmail(invitation.Email);
        var user = await db.Users.Where(one => one.NormalizedEmail == email).Select(one => one.Id).FirstOrDefaultAsync(cancel);
        var worksSomewhere = await db.StaffMembers.IgnoreQueryFilters([AppDb.OfCompany]).AnyAsync(member => member.UserId == user, cancel);
        return new OfferedPlace(invitation, company, worksSomewhere ? user : null);
    }

    /// <param name="signedIn">Who is at the browser; null: nobody.</param>
    public async Task<Outcome<SignedInMember>> RunAsync(string? code, AcceptForm form, SignedInMember? signedIn, CancellationToken cancel = default)
    {
        var found = await FindAsync(code, cancel);
        if (found.IsRefused) return found.Refusals[0];
        var offered = found.Value;
        if (offered.UserId is { } known && signedIn?.UserId != known) return RefusalReason.InvitationOfAnother;
        List<Refusal> refusals = [.. form.Check(isNew: offered.UserId is null)];
        if (refusals.Count > 0) return refusals;

        return await work.ChangeAsync<SignedInMember>(offered.Invitation.CompanyId, async (db, company) =>
        {
            // Taken or withdrawn meanwhile, or sent again with another link.
            if (await db.StaffInvitations.FirstOrDefaultAsync(one => one.Id == offered.Invitation.Id && one.SecretHash == offered.Invitation.SecretHash, cancel) is not { } invitation)
                return RefusalReason.InvitationUnknown;
            db.Remove(invitation);
            var isEmailProved = invitation.Sent is not null;
            var user = await appoint.RunAsync(
                db, company, new NewMember(invitation.Email, form.Name!.Trim(), form.Password, isEmailProved), invitation.Role, invitation.ResourceId, cancel);
            // Somebody who worked nowhere any more begins anew.
            if (offered.UserId is null) SetPassword(user, form.Password!);
            user.EmailConfirmed |= isEmailProved;
            return new SignedInMember(company.Id, user.Id, form.Name.Trim(), invitation.Role, invitation.ResourceId);
        }, cancel);
    }

    /// <summary>Whoever was signed in with the one before is no longer.</summary>
    private void SetPassword(StaffUser user, string password)
    {
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        (user.AccessFailedCount, user.LockoutEnd) = (0, null);
    }
}
