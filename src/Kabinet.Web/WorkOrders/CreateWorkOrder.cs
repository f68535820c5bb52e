using Kabinet.Companies;
using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.Notifications;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>A visit that staff write down themselves: bound by working time and other bookings, not by the rules of online booking.</summary>
public sealed class CreateWorkOrder(CompanyWork work, CompanySnapshots snapshots, IClock clock)
{
    public Task<Outcome<WorkOrder>> RunAsync(SignedInMember member, NewOrderForm form, CancellationToken cancel = default) =>
        work.ChangeAsync(member.CompanyId, (db, company) => CreateAsync(db, company, form, cancel), cancel);

    private async Task<Outcome<WorkOrder>> CreateAsync(AppDb db, Company company, NewOrderForm form, CancellationToken cancel)
    {
        if (form.Request is { } request && await ClientBookings.WithLines(db.WorkOrders).FirstOrDefaultAsync(one => one.DeviceId == request.Id, cancel) is { } repeated)
            return repeated.IdempotencyKey == request.Digest ? repeated : new Refusal(RefusalReason.RepeatedDifferently, "key");

        var now = clock.GetCurrentInstant();
        var snapshot = await snapshots.InAsync(db, company, now, cancel);
        var catalogue = snapshot.Catalogue;
        var choice = StaffChoice.Of(catalogue, form.ServiceIds, form.ResourceId);
        var client = form.Client?.Check();
        List<Refusal> refusals = [.. choice.Refusals, .. client?.Refusals ?? [], .. Check(form, catalogue)];
        if (form.CustomerId is { } id && !await db.Customers.AnyAsync(one => one.Id == id && one.Anonymised == null, cancel)) refusals.Add(new Refusal(RefusalReason.CustomerUnknown, "customer"));
        if (refusals.Count > 0) return refusals;

        var seats = new Seats(db, await new SnapshotReader(db, now).ReachAsync(snapshot, form.Start.InZone(catalogue.Zone).Date, cancel), now);
        var place = choice.Value.Place(seats.Company, form.Start, now);
        if (place.IsRefused) return place.Refusals[0];

        var (customer, contact) = await CustomerAsync(db, company, form, client?.Value, now, cancel);
        var order = new WorkOrder(company.Id, company.TakeId(), company.TakeOrderNumber(), OrderSource.Staff, customer, FirstState(catalogue), now);
        order.WrittenFor(contact, form.Comment?.Trim() ?? "", form.RemindBefore, form.Request?.Id, form.Request?.Digest);
        order.Schedule(choice.Value.Services, form.Start, place.Value.Resource.Id, place.Value.CompanionIds);
        if (form.StateId is { } stateId && stateId != order.StateId) order.Enter(catalogue.State(stateId)!, now);
        db.Add(order);
        if (!await seats.OccupyAsync(order, cancel)) return new Refusal(RefusalReason.TimeTaken, "start");

        if (contact.Phone.Length > 0 && order.Start > now && !order.IsClosed) db.AddRange(new BookingMessages(catalogue, "ru").OnBooked(order, now));
        return order;
    }

    private static OrderState FirstState(CompanyCatalogue catalogue) => catalogue.States.First(state => state.Status == OrderStatus.Open);

    private static IEnumerable<Refusal> Check(NewOrderForm form, CompanyCatalogue catalogue)
    {
        if (form.CustomerId is null && form.Client is null) yield return new Refusal(RefusalReason.CustomerMissing, "customer");
        if (form.Comment?.Trim().Length > WorkOrder.MaxCommentLength) yield return new Refusal(RefusalReason.CommentTooLong, "comment");
        if (!Reminder.IsKnown(form.RemindBefore)) yield return new Refusal(RefusalReason.ReminderUnknown, "remindBefore");
        // Nobody writes down a visit that was cancelled.
        if (form.StateId is { } id && catalogue.State(id) is null or { Status: OrderStatus.Cancelled }) yield return new Refusal(RefusalReason.StateUnknown, "state");
    }

    /// <summary>Who comes, and what is written of him in this order.</summary>
    /// <param name="client">Checked; null where a customer is named.</param>
    private static async Task<(Customer, Contact)> CustomerAsync(AppDb db, Company company, NewOrderForm form, CustomerForm? client, Instant now, CancellationToken cancel)
    {
        if (form.CustomerId is { } id)
        {
            var known = await db.Customers.SingleAsync(one => one.Id == id, cancel);
            return (known, new Contact(known.Name, known.Phone ?? "", known.Email));
        }
        var contact = new Contact(client!.Name!, client.Phone ?? "", client.Email);
        if (client.Phone is not null) return (await db.FindOrCreateCustomerAsync(company, contact, now, cancel), contact);
        var created = new Customer(company.Id, company.TakeId(), contact.Name, null, contact.Email, now);
        db.Add(created);
        return (created, contact);
    }
}
