using Kabinet.Data;
using Kabinet.Staff;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>
/// «Персональные данные», «Записать»: by an owner. A text that says something else is a new version, in force at once; who agreed to the one
/// before is asked anew at his next booking, and the one before stays to be read (152-ФЗ).
/// </summary>
public sealed class PublishConsentTexts(CompanyWork work, IClock clock)
{
    /// <param name="known">With what the form began: if it is something else by now, somebody's change would be lost.</param>
    public Task<Outcome<PublishedTexts>> RunAsync(SignedInMember member, ConsentTextsForm form, PublishedTexts known, CancellationToken cancel = default) =>
        work.ChangeAsync<PublishedTexts>(member.CompanyId, async (db, company) =>
        {
            if (!await db.IsOwnerAsync(member, cancel)) return RefusalReason.OwnersOnly;
            if (await db.PublishedTextsAsync(cancel) is var current && current != known) return RefusalReason.ChangedMeanwhile;
            if (form.Check().ToList() is { Count: > 0 } refusals) return refusals;

            foreach (var kind in Enum.GetValues<ConsentKind>().Where(kind => form.Of(kind) != current.Of(kind)))
                db.Add(new ConsentText(company.Id, kind, (current.LatestOf(kind)?.Version ?? 0) + 1, form.Of(kind), clock.GetCurrentInstant()));
            await db.SaveChangesAsync(cancel);
            return await db.PublishedTextsAsync(cancel);
        }, cancel);
}
