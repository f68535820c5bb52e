using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>A customer's card with his visits.</summary>
/// <param name="Customer">With his phones.</param>
/// <param name="Coming">Those that have not begun, the nearest first; with their lines.</param>
/// <param name="Past">The last of those that have begun and of the cancelled ones, the latest first; with their lines.</param>
/// <param name="PastCount">Of all of them.</param>
public sealed record OpenedCustomer(Customer Customer, VisitSummary Visits, IReadOnlyList<OrderRow> Coming, IReadOnlyList<OrderRow> Past, int PastCount);

public sealed class OpenCustomer(Databases databases, IClock clock)
{
    /// <summary>More of the past is in the list of work orders.</summary>
    public const int ShownPast = 20;

    /// <summary>Null: there is none, or not for this member.</summary>
    public async Task<OpenedCustomer?> RunAsync(SignedInMember member, int id, CancellationToken cancel = default)
    {
        await using var db = databases.Open(member.CompanyId);
        var customer = await db.CustomersSeenBy(member).AsNoTracking().Include(one => one.Phones.OrderBy(phone => phone.Position)).FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (customer is null) return null;

        var now = clock.GetCurrentInstant();
        var summaries = await db.SummariesAsync(member, [id], now, cancel);
        var states = await db.OrderStates.AsNoTracking().ToDictionaryAsync(state => state.Id, cancel);
        var orders = db.WorkOrders.AsNoTracking().SeenBy(member).Where(order => order.CustomerId == id);
        var past = orders.Where(order => order.Start <= now || order.Status == OrderStatus.Cancelled);
        var coming = await ClientBookings.WithLines(orders.Where(order => order.Start > now && order.Status != OrderStatus.Cancelled).OrderBy(order => order.Start)).ToListAsync(cancel);
        var latest = await ClientBookings.WithLines(past.OrderByDescending(order => order.Start).ThenByDescending(order => order.Id).Take(ShownPast)).ToListAsync(cancel);
        IReadOnlyList<OrderRow> Rows(List<WorkOrder> some) => [.. some.Select(order => new OrderRow(order, customer.Name, states[order.StateId]))];
        return new OpenedCustomer(customer, summaries.GetValueOrDefault(id, VisitSummary.None), Rows(coming), Rows(latest), await past.CountAsync(cancel));
    }
}
