using Kabinet.Data;
using Kabinet.Notifications;
using Kabinet.OnlineBooking;
using Kabinet.Shell;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>
/// «Обезличить» (152-ФЗ, art. 21): of the customer nothing is kept by which he could be known: name, phones, e-mail, birthday, notes, tags,
/// comments, messages, the way into the cabinet. The documents of his visits stay with their sums and numbers, and that somebody agreed when.
/// A request of his is done with it, and he is told by e-mail where he gave one. It cannot be undone.
/// </summary>
public sealed class AnonymiseCustomer(CompanyWork work, IClock clock)
{
    /// <summary>What stands instead of the name.</summary>
    public static string NameOf(int customerId) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Обезличенный клиент {customerId}");

    /// <summary>Refused while he is expected: who comes has to be known.</summary>
    public Task<Outcome<Customer>> RunAsync(SignedInMember member, int id, CancellationToken cancel = default) =>
        work.ChangeAsync<Customer>(member.CompanyId, async (db, company) =>
        {
            if (!member.IsManagement || await db.Customers.Include(one => one.Phones).FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } customer) return RefusalReason.CustomerUnknown;
            if (customer.Anonymised is not null) return RefusalReason.CustomerAnonymised;
            var now = clock.GetCurrentInstant();
            var phones = customer.Phones.Select(phone => phone.Number).ToList();
            // Also what was booked for his phone while another card had it.
            var orders = await db.WorkOrders.Where(order => order.CustomerId == id || phones.Contains(order.Contact.Phone)).OrderBy(order => order.Number).ToListAsync(cancel);
            var expected = orders.Where(order => !order.IsClosed && order.Finish > now).Select(order => order.Number).ToList();
            if (expected.Count > 0) return new Refusal(RefusalReason.CustomerExpected) { OrderNumbers = expected };

            var request = await db.OpenDeletionAsync(id, cancel);
            var farewell = customer.Email is { } email ? Farewell(company, email, request?.Language, now) : null;
            await ForgetAsync(db, customer, phones, orders, now, cancel);
            request?.Close(DeletionOutcome.Done, now);
            if (farewell is not null) db.Add(farewell);
            return customer;
        }, cancel);

    private static async Task ForgetAsync(AppDb db, Customer customer, List<string> phones, List<WorkOrder> orders, Instant now, CancellationToken cancel)
    {
        var consents = await db.Consents.Where(one => one.CustomerId == customer.Id).ToListAsync(cancel);
        List<Guid> devices = [.. consents.Select(one => one.DeviceId), .. orders.Select(order => order.DeviceId).OfType<Guid>()];
        phones = [.. phones, .. await db.ClientAccounts.Where(one => one.CustomerId == customer.Id && !phones.Contains(one.Phone)).Select(one => one.Phone).ToListAsync(cancel)];
        await db.ForgetContactsAsync(phones, customer.Email, [.. orders.Select(order => order.Id)], [.. devices.Distinct()], now, cancel);

        foreach (var consent in consents) consent.Anonymise(now);
        foreach (var order in orders) order.Anonymise(NameOf(order.CustomerId), ChangeOrderState.Reasons.Concat(CancelBooking.Reasons).Contains(order.CancelReason));
        customer.Anonymise(NameOf(customer.Id), now);
    }

    private static OutboxMessage Farewell(Companies.Company company, string email, string? language, Instant now) => new(
        company.Id, MessageKind.DataDeleted, Channel.Email, email,
        Texts.Of(language)["{0}: мы удалили ваши имя, телефон, почту и всё, что вы о себе сообщили. В документах о прошлых визитах вашего имени больше нет.", company.Name], now, now);
}
