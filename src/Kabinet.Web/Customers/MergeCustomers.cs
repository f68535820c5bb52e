using Kabinet.Data;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>
/// Two cards of one person become one, in one transaction: work orders, consents, phones and accounts of the cabinet, with their devices, go over
/// to the card that stays. What both cards say otherwise of one thing is kept in the notes.
/// </summary>
public sealed class MergeCustomers(CompanyWork work, IClock clock)
{
    public Task<Outcome<Customer>> RunAsync(SignedInMember member, int stayingId, int mergedId, CancellationToken cancel = default) =>
        work.ChangeAsync<Customer>(member.CompanyId, async (db, company) =>
        {
            if (!member.IsManagement || stayingId == mergedId) return RefusalReason.CustomerUnknown;
            var cards = await WithPhones(db).AsNoTracking().Where(one => one.Id == stayingId || one.Id == mergedId).ToDictionaryAsync(one => one.Id, CustomerForm.Of, cancel);
            if (cards.Count < 2) return RefusalReason.CustomerUnknown;
            if (await db.Customers.AnyAsync(one => cards.Keys.Contains(one.Id) && one.Anonymised != null, cancel)) return RefusalReason.CustomerAnonymised;
            var form = Merged(cards[stayingId], cards[mergedId]).Check(clock.GetCurrentInstant().InZone(company.Zone).Date);
            if (form.IsRefused) return (List<Refusal>)[.. form.Refusals];

            await MoveAsync(db, mergedId, stayingId, cancel);
            db.Add(new MergedCustomer(company.Id, mergedId, stayingId));
            var staying = await WithPhones(db).SingleAsync(one => one.Id == stayingId, cancel);
            staying.Write(form.Value);
            return staying;
        }, cancel);

    /// <summary>The one card of the two, unchecked: the staying one's words first.</summary>
    public static CustomerForm Merged(CustomerForm staying, CustomerForm merged)
    {
        List<string> notes = [staying.Notes, merged.Notes];
        void Keep(string label, string? kept, string? other)
        {
            if (!string.IsNullOrEmpty(kept) && !string.IsNullOrEmpty(other) && kept != other) notes.Add($"{label}: {other}");
        }
        Keep("Имя в другой карточке", staying.Name, merged.Name);
        Keep("Почта", staying.Email, merged.Email);
        Keep("День рождения", Show(staying.Birthday), Show(merged.Birthday));
        Keep("Откуда узнал", staying.Source, merged.Source);
        return staying with
        {
            Phone = staying.Phone ?? merged.Phone,
            OtherPhones = [.. staying.OtherPhones, .. staying.Phone is null ? merged.OtherPhones : merged.Phones],
            Email = staying.Email ?? merged.Email,
            Birthday = staying.Birthday ?? merged.Birthday,
            Tags = [.. staying.Tags.Union(merged.Tags, StringComparer.CurrentCultureIgnoreCase)],
            Notes = string.Join('\n', notes.Where(note => note.Length > 0).Distinct()),
            Source = staying.Source.Length > 0 ? staying.Source : merged.Source,
            IsBlackListed = staying.IsBlackListed || merged.IsBlackListed,
        };
    }

    private static string? Show(LocalDate? date) => date?.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static IQueryable<Customer> WithPhones(AppDb db) => db.Customers.Include(one => one.Phones.OrderBy(phone => phone.Position));

    private static async Task MoveAsync(AppDb db, int fromId, int toId, CancellationToken cancel)
    {
        await db.WorkOrders.Where(one => one.CustomerId == fromId).ExecuteUpdateAsync(set => set.SetProperty(one => one.CustomerId, toId), cancel);
        await db.Consents.Where(one => one.CustomerId == fromId).ExecuteUpdateAsync(set => set.SetProperty(one => one.CustomerId, toId), cancel);
        await db.DeletionRequests.Where(one => one.CustomerId == fromId).ExecuteUpdateAsync(set => set.SetProperty(one => one.CustomerId, toId), cancel);
        await db.ClientAccounts.Where(one => one.CustomerId == fromId).ExecuteUpdateAsync(set => set.SetProperty(one => one.CustomerId, toId), cancel);
        await db.CustomerPhones.Where(one => one.CustomerId == fromId).ExecuteUpdateAsync(set => set.SetProperty(one => one.CustomerId, toId), cancel);
        await db.MergedCustomers.Where(one => one.IntoId == fromId).ExecuteUpdateAsync(set => set.SetProperty(one => one.IntoId, toId), cancel);
        await db.Customers.Where(one => one.Id == fromId).ExecuteDeleteAsync(cancel);
    }
}
