using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>Gathers for a visitor what this browser left and, after a code, what is kept for the proven phone; not what the staff noted of him.</summary>
public sealed class MyData(Databases databases, ClientProfiles profiles)
{
    public async Task<ClientData> RunAsync(Company company, ClientDevice device, Visitor visitor, CancellationToken cancel = default)
    {
        var profile = await profiles.FindAsync(device, cancel);
        await using var db = databases.Open(company.Id);
        var account = await db.ClientAccounts.AsNoTracking().FirstOrDefaultAsync(one => one.Id == device.AccountId, cancel);
        var orders = await ClientBookings.WithLines(ClientBookings.OfVisitor(db, visitor)).OrderBy(order => order.Start).AsNoTracking().ToListAsync(cancel);
        var data = new ClientData(company.Name, profile.Name, profile.Phone, profile.IsVerified, profile.Email, profile.RemindBefore,
            [.. orders.Select(order => ClientData.BookingData.Of(order, company.Zone))],
            [.. profile.Consents.Select(consent => ClientData.ConsentData.Of(consent, company.Zone))],
            await db.MessagesAsync(account is null ? [] : [account.Phone], orders, company.Zone, cancel));
        return account?.CustomerId is { } id && await db.WithPhones().SingleOrDefaultAsync(one => one.Id == id, cancel) is { } customer
            ? data.With(customer, await db.DeletionsAsync(id, cancel), company.Zone)
            : data;
    }
}

/// <summary>«Выгрузить данные»: all that is kept of a customer, the staff's notes too, for one who asks the company for it.</summary>
public sealed class ExportCustomer(Databases databases)
{
    /// <summary>Null: there is none, or not for this member.</summary>
    public async Task<ClientData?> RunAsync(SignedInMember member, Company company, int id, CancellationToken cancel = default)
    {
        await using var db = databases.Open(member.CompanyId);
        if (!member.IsManagement || await db.WithPhones().SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } customer) return null;
        var zone = company.Zone;
        var orders = await ClientBookings.WithLines(db.WorkOrders.Where(order => order.CustomerId == id)).OrderBy(order => order.Start).AsNoTracking().ToListAsync(cancel);
        var consents = await db.Consents.AsNoTracking().Where(consent => consent.CustomerId == id).OrderByDescending(consent => consent.Given).ToListAsync(cancel);
        var phones = customer.Phones.Select(phone => phone.Number).ToList();
        var data = new ClientData(company.Name, customer.Name, customer.Phone ?? "", await db.ClientAccounts.AnyAsync(one => one.Phone == customer.Phone, cancel), customer.Email ?? "", null,
            [.. orders.Select(order => ClientData.BookingData.Of(order, zone))],
            [.. consents.Select(consent => ClientData.ConsentData.Of(consent, zone))],
            await db.MessagesAsync(phones, orders, zone, cancel));
        return data.With(customer, await db.DeletionsAsync(id, cancel), zone) with
        {
            WrittenByStaff = new ClientData.StaffWords([.. customer.Tags], customer.Notes, customer.Source, customer.IsBlackListed),
        };
    }
}

internal static class GatheredData
{
    public static IQueryable<Customer> WithPhones(this AppDb db) => db.Customers.AsNoTracking().Include(one => one.Phones.OrderBy(phone => phone.Position));

    public static Task<List<DeletionRequest>> DeletionsAsync(this AppDb db, int customerId, CancellationToken cancel) =>
        db.DeletionRequests.AsNoTracking().Where(one => one.CustomerId == customerId).OrderBy(one => one.Asked).ToListAsync(cancel);

    /// <summary>What went to these phones or was written of these orders, the latest first.</summary>
    public static async Task<List<ClientData.MessageData>> MessagesAsync(
        this AppDb db, IReadOnlyCollection<string> phones, IEnumerable<WorkOrder> orders, DateTimeZone zone, CancellationToken cancel)
    {
        var orderIds = orders.Select(order => order.Id).ToList();
        var messages = await db.OutboxMessages.AsNoTracking()
            .Where(message => phones.Contains(message.Recipient) || orderIds.Contains(message.WorkOrderId ?? 0))
            .OrderByDescending(message => message.Created).ThenBy(message => message.Id).ToListAsync(cancel);
        return [.. messages.Select(message => ClientData.MessageData.Of(message, zone))];
    }

    /// <param name="customer">With his phones.</param>
    public static ClientData With(this ClientData data, Customer customer, IEnumerable<DeletionRequest> deletions, DateTimeZone zone) => data with
    {
        OtherPhones = [.. customer.Phones.Select(phone => phone.Number).Where(number => number != data.Phone)],
        Birthday = customer.Birthday is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null,
        KnownSince = ClientData.At(customer.Created, zone),
        DeletionRequests = [.. deletions.Select(request => ClientData.DeletionData.Of(request, zone))],
    };
}
