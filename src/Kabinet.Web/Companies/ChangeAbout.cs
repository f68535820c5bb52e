using Kabinet.Data;
using Kabinet.Staff;

namespace Kabinet.Companies;

/// <summary>«О нас», «Записать»: by an owner.</summary>
public sealed class ChangeAbout(CompanyWork work)
{
    /// <param name="known">With what the form began: if it is something else by now, somebody's change would be lost.</param>
    public Task<Outcome<AboutCompany>> RunAsync(SignedInMember member, AboutForm form, AboutCompany known, CancellationToken cancel = default) =>
        work.ChangeAsync<AboutCompany>(member.CompanyId, async (db, company) =>
        {
            if (!await db.IsOwnerAsync(member, cancel)) return RefusalReason.OwnersOnly;
            if (company.About != known) return RefusalReason.ChangedMeanwhile;
            if (form.Check().ToList() is { Count: > 0 } refusals) return refusals;
            company.About = form.Value;
            company.TouchCatalogue();
            return company.About;
        }, cancel);
}
