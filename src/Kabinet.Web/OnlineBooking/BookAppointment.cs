using Kabinet.Companies;
using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.Notifications;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.OnlineBooking;

/// <summary>
/// A client's confirmed booking, in one transaction: the customer found by phone or created, the work order with its lines, the
/// occupied time, the messages to send. The same idempotency key returns the first booking.
/// </summary>
public sealed class BookAppointment(CompanyWork work, CompanySnapshots snapshots, IClock clock)
{
    public async Task<Outcome<WorkOrder>> RunAsync(int companyId, BookingForm form, Visitor visitor, CancellationToken cancel = default)
    {
        Func<CompanySnapshot>? booked = null;
        var outcome = await work.ChangeAsync(companyId, (db, company) =>
        {
            // What an attempt decided that was rolled back must not be taken for what the next one found.
            booked = null;
            return BookAsync(db, company, form, visitor, seats => booked = () => seats.Company.Advance(company.Version, []), cancel);
        }, cancel);
        if (outcome.IsRefused) return await WithNearestFreeAsync(companyId, form, visitor, outcome, cancel);
        if (booked is not null) snapshots.Follow(booked(), clock.GetCurrentInstant());
        return outcome;
    }

    /// <param name="isBooked">Told the seats when all is decided, and nothing committed yet.</param>
    private async Task<Outcome<WorkOrder>> BookAsync(AppDb db, Company company, BookingForm form, Visitor visitor, Action<Seats> isBooked, CancellationToken cancel)
    {
        var earlier = db.WorkOrders.Where(order => order.IdempotencyKey == form.IdempotencyKey && order.DeviceId == visitor.DeviceId);
        // Hardly ever: the lines of an order that is not there are not asked for.
        if (await earlier.AnyAsync(cancel))
            return await IsSameAsync(db, form, visitor, cancel) ? await ClientBookings.WithLines(earlier).SingleAsync(cancel) : new Refusal(RefusalReason.RepeatedDifferently, "key");
        if (!company.IsPublished) return RefusalReason.CabinetClosed;

        var now = clock.GetCurrentInstant();
        var seats = new Seats(db, await snapshots.InAsync(db, company, now, cancel), now);
        var catalogue = seats.Company.Catalogue;
        var choice = Choice.Of(catalogue, form.ServiceIds, form.ResourceId);
        if (choice.IsRefused) return choice.Refusals[0];
        var contact = form.Check(company.OnlineBooking);
        var consents = new Consents(db, visitor, now);
        var consent = await consents.CheckAsync(form, contact.IsRefused ? null : contact.Value.Phone, cancel);
        if (contact.IsRefused || consent is not null) return (List<Refusal>)[.. contact.Refusals, .. consent is null ? Array.Empty<Refusal>() : [consent]];
        if (await WhoMayNotBookAsync(db, company, contact.Value.Phone, visitor, cancel) is { } refused) return refused;
        if (company.OnlineBooking.MaxActiveBookings is { } limit && await CountComingAsync(db, visitor, now, cancel) >= limit) return new Refusal(RefusalReason.TooManyBookings) { Limit = limit };

        await seats.FreeHoldAsync(form.HoldId, visitor.DeviceId, cancel);
        var place = Place.Find(seats.Company, choice.Value, form.Start, now);
        if (place.IsRefused) return place.Refusals[0];

        var customer = await db.FindOrCreateCustomerAsync(company, contact.Value, now, cancel);
        var order = new WorkOrder(company.Id, company.TakeId(), company.TakeOrderNumber(), OrderSource.Cabinet, customer, catalogue.ArrivalState, now);
        order.BookedBy(contact.Value, visitor.DeviceId, form.IdempotencyKey, form.Comment?.Trim() ?? "", form.RemindBefore);
        order.Schedule(choice.Value.Services, form.Start, place.Value.Resource.Id, place.Value.CompanionIds);
        db.Add(order);
        if (!await seats.OccupyAsync(order, cancel)) return new Refusal(RefusalReason.TimeTaken, "start");

        await consents.RecordAsync(form, customer, cancel);
        await RememberAsync(db, visitor, form, contact.Value, customer, now, cancel);
        db.AddRange(new BookingMessages(catalogue, visitor.Language).OnBooked(order, now));
        isBooked(seats);
        return order;
    }

    /// <summary>
    /// Proof of the phone as far as the settings ask for it, and the black list. Who only typed a phone learns nothing of it: one on the black
    /// list is asked for like one that nobody knows, and refused to him alone who proved it to be his.
    /// </summary>
    private static async Task<Refusal?> WhoMayNotBookAsync(AppDb db, Company company, string phone, Visitor visitor, CancellationToken cancel)
    {
        var isProved = visitor.AccountId is { } account && await db.ClientAccounts.AnyAsync(one => one.Id == account && one.Phone == phone, cancel);
        var verification = company.OnlineBooking.PhoneVerification;
        if (!isProved && verification == PhoneVerification.Never) return null;
        var isBlackListed = await db.CustomersOf(phone).Select(customer => (bool?)customer.IsBlackListed).FirstOrDefaultAsync(cancel);
        if (isProved) return isBlackListed == true ? new Refusal(RefusalReason.CallToBook) : null;
        return verification == PhoneVerification.NewClients && isBlackListed == false ? null : new Refusal(RefusalReason.PhoneNotVerified, "phone");
    }

    /// <summary>Of this browser and of the proved phone; what others booked with a phone that was only typed stays unsaid.</summary>
    private static Task<int> CountComingAsync(AppDb db, Visitor visitor, Instant now, CancellationToken cancel) => ClientBookings.OfVisitor(db, visitor)
        .CountAsync(order => order.Finish > now && (order.Status == OrderStatus.Open || order.Status == OrderStatus.InProgress), cancel);

    /// <summary>A form of the cabinet has a key that nobody else knows; an integrator may use his for another booking by mistake.</summary>
    private static async Task<bool> IsSameAsync(AppDb db, BookingForm form, Visitor visitor, CancellationToken cancel)
    {
        if (form.Secret is null) return true;
        var hash = Devices.Hash(form.Secret);
        return await db.ClientDevices.AnyAsync(device => device.Id == visitor.DeviceId && device.SecretHash == hash, cancel);
    }

    private static async Task RememberAsync(AppDb db, Visitor visitor, BookingForm form, Contact contact, Customer customer, Instant now, CancellationToken cancel)
    {
        if (form.Secret is { } secret) db.Add(new ClientDevice(db.CompanyId, visitor.DeviceId, Devices.Hash(secret), now));
        else if (await db.ClientDevices.FirstOrDefaultAsync(device => device.Id == visitor.DeviceId, cancel) is { } device)
        {
            device.Remember(contact.Name, contact.Phone, contact.Email);
            device.RememberReminder(form.RemindBefore);
        }
        if (visitor.AccountId is { } accountId && await db.ClientAccounts.FirstOrDefaultAsync(one => one.Id == accountId && one.Phone == contact.Phone, cancel) is { } account)
            account.LinkTo(customer);
    }

    /// <summary>A refused time comes with those that can be had instead.</summary>
    private async Task<Outcome<WorkOrder>> WithNearestFreeAsync(int companyId, BookingForm form, Visitor visitor, Outcome<WorkOrder> refused, CancellationToken cancel)
    {
        if (!refused.Refusals.Any(refusal => refusal.Field == "start")) return refused;
        var snapshot = (await snapshots.GetAsync(companyId, cancel)).Without(heldBy: visitor.DeviceId);
        var choice = Choice.Of(snapshot.Catalogue, form.ServiceIds, form.ResourceId);
        if (choice.IsRefused) return refused;
        var nearest = snapshot.NearestAround(choice.Value, form.Start, clock.GetCurrentInstant());
        return (List<Refusal>)[.. refused.Refusals.Select(refusal => refusal.Field == "start" ? refusal with { NearestFree = nearest } : refusal)];
    }
}
