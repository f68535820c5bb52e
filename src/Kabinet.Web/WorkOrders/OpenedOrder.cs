using Kabinet.Data;
using Kabinet.Notifications;
using Kabinet.OnlineBooking;
using Kabinet.Scheduling;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>
/// A work order in the hands of staff, inside the transaction that changes it. Remembers how it was, to know at the end what the client
/// must be told.
/// </summary>
internal sealed class OpenedOrder
{
    private readonly AppDb db;
    private readonly CompanySnapshot company;
    private readonly Instant now;
    private readonly TimeRange bodyBefore;
    private readonly OrderStatus statusBefore;

    private OpenedOrder(AppDb db, CompanySnapshot company, WorkOrder order, Instant now)
    {
        (this.db, this.company, Order, this.now) = (db, company, order, now);
        (bodyBefore, statusBefore) = (order.Body, order.Status);
    }

    public WorkOrder Order { get; }
    public DateTimeZone Zone => Catalogue.Zone;
    private CompanyCatalogue Catalogue => company.Catalogue;

    /// <summary>The first performs, the others are taken along.</summary>
    private List<int> ResourceIds => [.. Order.Resources.Select(line => line.ResourceId)];

    /// <param name="revision">That of the order as the member saw it.</param>
    public static async Task<Outcome<OpenedOrder>> OpenAsync(
        AppDb db, CompanySnapshot company, SignedInMember member, int orderId, int revision, Instant now, CancellationToken cancel)
    {
        var order = await ClientBookings.WithLines(db.WorkOrders.SeenBy(member)).FirstOrDefaultAsync(one => one.Id == orderId, cancel);
        if (order is null) return RefusalReason.NotFound;
        if (order.Revision != revision) return RefusalReason.ChangedMeanwhile;
        return new OpenedOrder(db, company, order, now);
    }

    /// <summary>Why the order cannot enter that state; null: it can.</summary>
    public Refusal? CheckState(int stateId, string? reason)
    {
        if (Catalogue.State(stateId) is not { } state) return new Refusal(RefusalReason.StateUnknown, "state");
        var isCancelling = state.Status == OrderStatus.Cancelled && Order.Status != OrderStatus.Cancelled;
        return isCancelling && (reason is null || !ChangeOrderState.Reasons.Contains(reason)) ? new Refusal(RefusalReason.ReasonMissing, "reason") : null;
    }

    /// <summary>After <see cref="CheckState"/>.</summary>
    public void Enter(int stateId, string? reason)
    {
        if (stateId == Order.StateId) return;
        var state = Catalogue.State(stateId)!;
        // From one state of cancelled orders to another the reason stays, and who cancelled.
        if (state.Status == OrderStatus.Cancelled && Order.Status != OrderStatus.Cancelled) Order.Cancel(state, reason!, byClient: false, now);
        else Order.Enter(state, now);
    }

    /// <summary>Why that resource cannot perform the visit; null: it can, or nobody else is wanted.</summary>
    public Refusal? CheckResource(int? resourceId)
    {
        if (resourceId is not { } id || ResourceIds.FirstOrDefault() == id) return null;
        if (Catalogue.Resource(id) is null) return new Refusal(RefusalReason.ResourceUnknown, "resource");
        // A service that is archived since says no more who performs it; who is taken along does not perform.
        return !ResourceIds.Contains(id) && Order.Works.All(line => Catalogue.Service(line.ServiceId)?.IsPerformedBy(id) ?? true)
            ? null
            : new Refusal(RefusalReason.ServiceNotPerformed, "resource");
    }

    /// <summary>
    /// Gives the order this time, and another resource that performs where one is wanted: the engine is asked where either is another, or
    /// where the order had no time since it was cancelled. A cancelled order frees its time. Null: it is done.
    /// </summary>
    /// <param name="resourceId">After <see cref="CheckResource"/>; null: the same as before.</param>
    public async Task<Refusal?> MoveAsync(TimeRange body, int? resourceId, CancellationToken cancel)
    {
        List<int> wanted = resourceId is { } id ? [id, .. ResourceIds.Skip(1)] : ResourceIds;
        var isSame = body == Order.Body && wanted.SequenceEqual(ResourceIds);
        var seats = new Seats(db, await new SnapshotReader(db, now).ReachAsync(company, body.Start.InZone(Zone).Date, cancel), now);
        if (!Order.OccupiesTime)
        {
            if (!isSame) return new Refusal(RefusalReason.AlreadyClosed, body == Order.Body ? "resource" : "start");
            if (statusBefore != OrderStatus.Cancelled) await seats.FreeAsync(Order, cancel);
            return null;
        }
        if (isSame && statusBefore != OrderStatus.Cancelled) return null;
        if (Refuse(seats.Company, body, wanted) is { } refusal) return refusal;

        await seats.FreeAsync(Order, cancel);
        if (!isSame) Order.MoveTo(body, wanted);
        return await seats.OccupyAsync(Order, cancel) ? null : new Refusal(RefusalReason.TimeTaken, "start");
    }

    /// <summary>Writes what the client must know of a visit that is still to come, and keeps its reminder right.</summary>
    public async Task TellClientAsync(CancellationToken cancel)
    {
        var isMoved = Order.Start != bodyBefore.Start;
        if (!isMoved && Order.Status == statusBefore) return;
        await db.WithdrawRemindersAsync(Order.Id, now, cancel);

        // The client's language is not kept with the order: messages from staff are in the company's.
        var messages = new BookingMessages(Catalogue, "ru");
        var canBeTold = Order.Contact.Phone.Length > 0 && Order.Start > now;
        if (!canBeTold) return;
        if (Order.Status == OrderStatus.Cancelled && statusBefore != OrderStatus.Cancelled) db.Add(messages.OnCancelled(Order, now));
        else if (statusBefore == OrderStatus.Cancelled && Order.Status != OrderStatus.Cancelled) db.AddRange(messages.OnBooked(Order, now));
        else if (isMoved) db.AddRange(messages.OnMoved(Order, now));
        else db.AddRange(messages.Reminders(Order, now));
    }

    /// <summary>Staff are bound by working time and other bookings alone; the first resource performs, the others are needed with it.</summary>
    private Refusal? Refuse(CompanySnapshot around, TimeRange body, List<int> resourceIds)
    {
        if (Order.Resources.Count == 0) return null;
        if (around.Without(workOrderId: Order.Id).Candidate(Order, body, resourceIds) is not { } candidate) return new Refusal(RefusalReason.NotWorking, "start");
        return new Availability(BookingRules.Staff, Zone).Fits(candidate, body.Start, now) is { } no ? Refusal.Of(no) : null;
    }
}
