using Kabinet.Companies;
using Kabinet.Notifications;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.Exchange.Import;

/// <summary>Makes the rows of a work order of a checked file: the document, its lines, its occupied time, the reminder it still asks for.</summary>
internal sealed class OrderRows(Company company, CatalogueRows rows, Instant now)
{
    private readonly BookingMessages messages = new(rows.Catalogue(now.InZone(company.Zone).Date), "ru");

    /// <param name="number">Its own, or the next one.</param>
    public IReadOnlyList<IOwned> Of(CheckedOrder one, int number)
    {
        var order = new WorkOrder(company.Id, company.TakeId(), number, one.Entry.Source, rows.Customers[one.Customer], rows.States.First(state => state.Status == OrderStatus.Open), one.Created);
        if (one.Entry.Comment?.Trim() is { Length: > 0 } comment) order.WriteComment(comment);
        if (one.Entry.RemindBefore is { } minutes) order.RemindAt(minutes);
        var resources = one.Resources.Select(index => rows.Resources[index].Id).ToList();
        order.Schedule([.. one.Works.Select(work => rows.Services[work.Service])], one.Body.Start, resources[0], resources.Skip(1));
        if (order.Body != one.Body) order.MoveTo(one.Body);
        for (var i = 0; i < one.Works.Count; i++) Agree(order, i + 1, one.Works[i]);
        Enter(order, one);
        foreach (var payment in one.Payments) order.Receive(payment.Sum, payment.At);

        return
        [
            order, .. order.Works, .. order.Resources, .. order.Payments,
            .. order.Resources.Zip(one.Seats, OccupiedRange.OfOrder),
            .. messages.Reminders(order, now),
        ];
    }

    private static void Agree(WorkOrder order, int line, CheckedWork work)
    {
        if (work.Quantity != 1 || work.Price is not null || work.Discount != 0) order.Agree(line, work.Quantity, work.Price, work.Discount);
    }

    private void Enter(WorkOrder order, CheckedOrder one)
    {
        var state = one.State is { } index ? rows.States[index] : rows.States.First(state => state.Status == one.Status);
        if (one.Status == OrderStatus.Cancelled) order.Cancel(state, one.Entry.CancelReason?.Trim() ?? "", one.Entry.CancelledByClient, one.Closed ?? now);
        else order.Enter(state, one.Closed);
        for (var i = 0; i < one.Works.Count; i++)
            if (one.Works[i].Done is { } done) order.Do(i + 1, done);
    }
}
