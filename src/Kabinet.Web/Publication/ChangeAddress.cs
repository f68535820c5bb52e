using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Publication;

/// <summary>«Сменить адрес»: by an owner. The address before stays the company's and leads on; one that it had before may be taken again.</summary>
public sealed class ChangeAddress(CompanyWork work)
{
    /// <param name="typed">The wanted address, the first segment only; capitals and spaces around it are forgiven.</param>
    /// <param name="known">The address that the form began with.</param>
    public async Task<Outcome<string>> RunAsync(SignedInMember member, string typed, string known, CancellationToken cancel = default)
    {
        try
        {
            return await work.ChangeAsync<string>(member.CompanyId, (db, company) => ChangeAsync(db, company, member, typed.Trim().ToLowerInvariant(), known, cancel), cancel);
        }
        catch (DbUpdateException exception) when (NewAddress.IsTaken(exception))
        {
            // Another company took it in the same moment: companies do not wait for each other, the database decides.
            return Taken;
        }
    }

    private static Refusal Taken => new(RefusalReason.AddressTaken, "address");

    private static async Task<Outcome<string>> ChangeAsync(AppDb db, Company company, SignedInMember member, string wanted, string known, CancellationToken cancel)
    {
        if (!await db.IsOwnerAsync(member, cancel)) return RefusalReason.OwnersOnly;
        if (company.Slug != known) return RefusalReason.ChangedMeanwhile;
        if (CompanyAddress.IsReserved(wanted)) return Taken;
        if (!CompanyAddress.IsValid(wanted)) return new Refusal(RefusalReason.AddressInvalid, "address");
        if (await db.CabinetAddresses.AnyAsync(one => one.Slug == wanted && one.CompanyId != company.Id, cancel)) return Taken;
        await db.Entry(company).Collection(one => one.Addresses).LoadAsync(cancel);
        if (!company.MoveTo(wanted)) return new Refusal(RefusalReason.TooManyAddresses, "address");
        company.TouchCatalogue();
        return wanted;
    }
}
