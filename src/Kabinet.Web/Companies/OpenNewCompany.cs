using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Companies;

/// <summary>A company that was just created, and the user who owns it.</summary>
public sealed record OpenedCompany(int CompanyId, Guid OwnerId);

/// <summary>«Создать компанию»: a company and its owner of what was filled in, all of it or nothing. Who may is <see cref="CompanyCreation"/>'s to say.</summary>
internal sealed class OpenNewCompany(Databases databases, CompanyCreation creation, AppointStaff appoint, IClock clock)
{
    private const int MostNumbered = 100;

    /// <param name="member">The owner where he is signed in; null: a new user is made for him.</param>
    public async Task<Outcome<OpenedCompany>> RunAsync(NewCompanyForm form, SignedInMember? member, CancellationToken cancel = default)
    {
        List<Refusal> refusals = [.. form.Check(isNewUser: member is null)];
        if (refusals.Count > 0) return refusals;

        using var gate = await databases.EnterWriteGateAsync(cancel);
        await using var db = databases.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await StandInQueueAsync(db, cancel);
        if (!await creation.MayAsync(db, member, cancel)) return RefusalReason.CompaniesClosed;
        if (await OwnerAsync(db, form, member, cancel) is not { } owner) return new Refusal(RefusalReason.EmailTaken, "email");
        var made = await CreateCompany.InAsync(
            db, await AddressAsync(db, form, cancel), form.Name!.Trim(), form.TimeZone!, new AboutCompany { Phone = Phones.Normalise(form.Phone)! }, clock.GetCurrentInstant(), cancel);
        if (made.IsRefused) return made.Refusals[0];

        var company = made.Value;
        company.Trade = form.Trade!.Value;
        var user = await appoint.RunAsync(db, company, owner, StaffRole.Owner, resourceId: null, cancel);
        company.Touch();
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        return new OpenedCompany(company.Id, user.Id);
    }

    /// <summary>
    /// One after the other, on all nodes: or two strangers would both be the first of a new installation. SQLite has one writer anyway.
    /// </summary>
    private async Task StandInQueueAsync(AppDb db, CancellationToken cancel)
    {
        if (databases.IsPostgres) await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(hashtext('kabinet: new company'))", cancel);
    }

    /// <summary>Null: the e-mail is somebody's who signs in already, and nobody but he may say that this is his company.</summary>
    private async Task<NewMember?> OwnerAsync(AppDb db, NewCompanyForm form, SignedInMember? member, CancellationToken cancel)
    {
        var name = form.OwnerName!.Trim();
        if (member is null)
        {
            var email = form.Email!.Trim();
            return await appoint.IsKnownAsync(db, email, cancel) ? null : new NewMember(email, name, form.Password, IsEmailProved: false);
        }
        var known = await db.Users.Where(user => user.Id == member.UserId).Select(user => user.Email).SingleAsync(cancel);
        return new NewMember(known!, name, null);
    }

    /// <summary>The one that is wanted; else the first free one that the name suggests.</summary>
    private static async Task<string> AddressAsync(AppDb db, NewCompanyForm form, CancellationToken cancel)
    {
        if (form.WantedAddress.Length > 0) return form.WantedAddress;
        var name = ProposedAddress.Of(form.Name!) is { Length: > 0 } ? form.Name! : "company";
        for (var number = 1; number < MostNumbered; number++)
        {
            var slug = ProposedAddress.Of(name, number);
            if (!await db.IsAddressTakenAsync(slug, cancel)) return slug;
        }
        return $"company-{Guid.NewGuid():N}"[..ProposedAddress.MaxLength];
    }
}
