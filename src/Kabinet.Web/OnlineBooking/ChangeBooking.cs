using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.Notifications;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.OnlineBooking;

/// <summary>What the client may do to a booking of his own: each in one transaction, each refused by name.</summary>
public abstract class ChangeBooking(CompanyWork work, CompanySnapshots snapshots, IClock clock)
{
    private protected sealed record Change(AppDb Db, Company Company, Seats Seats, WorkOrder Order, Instant Now, BookingMessages Messages)
    {
        public CompanyCatalogue Catalogue => Seats.Company.Catalogue;
    }

    private protected Task<Outcome<WorkOrder>> RunAsync(int companyId, int orderId, Visitor visitor, Func<Change, Task<Refusal?>> change, CancellationToken cancel) =>
        work.ChangeAsync<WorkOrder>(companyId, async (db, company) =>
        {
            var order = await ClientBookings.WithLines(ClientBookings.OfVisitor(db, visitor)).FirstOrDefaultAsync(one => one.Id == orderId, cancel);
            if (order is null) return RefusalReason.NotFound;
            var now = clock.GetCurrentInstant();
            if (order.IsClosed || order.Finish <= now) return RefusalReason.AlreadyClosed;
            var seats = new Seats(db, await snapshots.InAsync(db, company, now, cancel), now);
            return await change(new Change(db, company, seats, order, now, new BookingMessages(seats.Company.Catalogue, visitor.Language))) is { } refusal ? refusal : order;
        }, cancel);
}

/// <summary>Cancels: the time is free at once.</summary>
public sealed class CancelBooking(CompanyWork work, CompanySnapshots snapshots, IClock clock) : ChangeBooking(work, snapshots, clock)
{
    /// <summary>The reasons a client can choose, Russian source texts.</summary>
    public static readonly IReadOnlyList<string> Reasons = ["Изменились планы", "Не подходит время", "Болезнь", "Ошибка при записи", "Другая причина"];

    public Task<Outcome<WorkOrder>> RunAsync(int companyId, int orderId, string? reason, Visitor visitor, CancellationToken cancel = default) =>
        RunAsync(companyId, orderId, visitor, async change =>
        {
            if (reason is null || !Reasons.Contains(reason)) return new Refusal(RefusalReason.ReasonMissing, "reason");
            if (!change.Order.CanBeCancelledByClient(change.Company.OnlineBooking, change.Now)) return new Refusal(RefusalReason.TooLateToCancel);
            change.Order.Cancel(change.Catalogue.CancelledState, reason, byClient: true, change.Now);
            await change.Seats.FreeAsync(change.Order, cancel);
            await change.Db.WithdrawRemindersAsync(change.Order.Id, change.Now, cancel);
            change.Db.Add(change.Messages.OnCancelled(change.Order, change.Now));
            return null;
        }, cancel);
}

/// <summary>A reminder that the client asks for; null: none.</summary>
public readonly record struct WantedReminder(int? MinutesBefore);

/// <summary>Moves to another free time of the same resource.</summary>
public sealed class MoveBooking(CompanyWork work, CompanySnapshots snapshots, IClock clock) : ChangeBooking(work, snapshots, clock)
{
    private readonly CompanySnapshots snapshots = snapshots;
    private readonly IClock clock = clock;

    /// <param name="reminder">Changed with it; null: stays.</param>
    public async Task<Outcome<WorkOrder>> RunAsync(
        int companyId, int orderId, Instant start, Visitor visitor, WantedReminder? reminder = null, CancellationToken cancel = default)
    {
        if (reminder is { } wanted && !Reminder.IsKnown(wanted.MinutesBefore)) return new Refusal(RefusalReason.ReminderUnknown, "remindBefore");
        Choice? moved = null;
        var outcome = await RunAsync(companyId, orderId, visitor, async change =>
        {
            if (!change.Order.CanBeMovedByClient(change.Company.OnlineBooking, change.Now)) return new Refusal(RefusalReason.TooLateToMove);
            var choice = change.Order.AsChoice(change.Catalogue);
            if (choice.IsRefused) return choice.Refusals[0];
            moved = choice.Value;
            if (reminder is { } changed) change.Order.RemindAt(changed.MinutesBefore);
            return await MoveAsync(change, choice.Value, start, cancel);
        }, cancel);
        if (!outcome.IsRefused || moved is null || outcome.Refusals[0].Field != "start") return outcome;

        var snapshot = (await snapshots.GetAsync(companyId, cancel)).Without(workOrderId: orderId);
        return outcome.Refusals[0] with { NearestFree = snapshot.NearestAround(moved, start, clock.GetCurrentInstant()) };
    }

    private static async Task<Refusal?> MoveAsync(Change change, Choice choice, Instant start, CancellationToken cancel)
    {
        var seats = change.Seats;
        var place = Place.Find(seats.Company.Without(workOrderId: change.Order.Id), choice, start, change.Now);
        if (place.IsRefused) return place.Refusals[0];
        await seats.FreeAsync(change.Order, cancel);
        change.Order.MoveTo(place.Value.Body, place.Value.ResourceIds);
        if (!await seats.OccupyAsync(change.Order, cancel)) return new Refusal(RefusalReason.TimeTaken, "start");
        await change.Db.WithdrawRemindersAsync(change.Order.Id, change.Now, cancel);
        change.Db.AddRange(change.Messages.OnMoved(change.Order, change.Now));
        return null;
    }
}

/// <summary>Another time for the reminder, or none.</summary>
public sealed class ChangeReminder(CompanyWork work, CompanySnapshots snapshots, IClock clock) : ChangeBooking(work, snapshots, clock)
{
    public Task<Outcome<WorkOrder>> RunAsync(int companyId, int orderId, int? minutesBefore, Visitor visitor, CancellationToken cancel = default) =>
        RunAsync(companyId, orderId, visitor, async change =>
        {
            if (!Reminder.IsKnown(minutesBefore)) return new Refusal(RefusalReason.ReminderUnknown, "remindBefore");
            change.Order.RemindAt(minutesBefore);
            await change.Db.WithdrawRemindersAsync(change.Order.Id, change.Now, cancel);
            change.Db.AddRange(change.Messages.Reminders(change.Order, change.Now));
            return null;
        }, cancel);
}
