using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>A row of the list. The order comes without its lines, unless they were asked for.</summary>
public sealed record OrderRow(WorkOrder Order, string Customer, OrderState State);

/// <summary>How many orders each ready-made view holds.</summary>
public sealed record ViewCounts(int New, int Today, int InProgress, int Overdue, int Unpaid);

/// <param name="Number">Of the page, from 1; the last one where the page asked for is past it.</param>
/// <param name="Count">Of all orders that the filter lets through.</param>
/// <param name="Sum">Of them, without the cancelled.</param>
/// <param name="Paid">Received for them.</param>
/// <param name="LatestId">The greatest id of any order that the member sees: a greater one is new.</param>
public sealed record OrderPage(IReadOnlyList<OrderRow> Rows, int Number, int Count, Money Sum, Money Paid, ViewCounts Views, int LatestId)
{
    public int PageCount => Math.Max(1, (Count + WorkOrderList.PageSize - 1) / WorkOrderList.PageSize);
}

/// <summary>«Заказ-наряды»: one page of the list. The database filters, searches, sorts, pages and adds up.</summary>
public sealed class WorkOrderList(Databases databases, IClock clock)
{
    public const int PageSize = 50;

    /// <param name="catalogue">The company's: «сегодня» and the period are dates of its zone, «новые» are in its state of arrival.</param>
    /// <param name="withLines">With the works and the resources of each order.</param>
    public async Task<OrderPage> PageAsync(SignedInMember member, WorkOrderFilter filter, CompanyCatalogue catalogue, bool withLines = false, CancellationToken cancel = default)
    {
        var asked = new OrderQuestion(filter, catalogue, clock.GetCurrentInstant());
        await using var db = databases.Open(member.CompanyId);
        var visible = db.WorkOrders.AsNoTracking().SeenBy(member);
        var found = asked.Narrow(db, visible);

        var (views, latest) = await asked.CountAsync(visible, cancel);
        var totals = await found.GroupBy(_ => 1).Select(orders => new
        {
            Count = orders.Count(),
            // Through object: the column is a whole number, whatever the model makes of it.
            Sum = orders.Sum(order => order.Status == OrderStatus.Cancelled ? 0 : (long)(object)order.Sum),
            Paid = orders.Sum(order => (long)(object)order.Paid),
        }).FirstOrDefaultAsync(cancel);
        if (totals is null) return new OrderPage([], 1, 0, Money.Zero, Money.Zero, views, latest);

        var page = Math.Min(filter.Page, (totals.Count + PageSize - 1) / PageSize);
        var rows = await Sorted(Rows(db, withLines ? ClientBookings.WithLines(found) : found), filter)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .ToListAsync(cancel);
        return new OrderPage([.. rows.Select(row => new OrderRow(row.Order, row.Customer.Name, row.State))],
            page, totals.Count, new Money(totals.Sum), new Money(totals.Paid), views, latest);
    }

    private static IQueryable<Joined> Rows(AppDb db, IQueryable<WorkOrder> orders) =>
        from order in orders
        join customer in db.Customers on new { order.CompanyId, Id = order.CustomerId } equals new { customer.CompanyId, customer.Id }
        join state in db.OrderStates on new { order.CompanyId, Id = order.StateId } equals new { state.CompanyId, state.Id }
        select new Joined { Order = order, Customer = customer, State = state };

    private static IQueryable<Joined> Sorted(IQueryable<Joined> rows, WorkOrderFilter filter)
    {
        IOrderedQueryable<Joined> By<T>(System.Linq.Expressions.Expression<Func<Joined, T>> key) => filter.IsDescending ? rows.OrderByDescending(key) : rows.OrderBy(key);
        var sorted = filter.Sort switch
        {
            OrderColumn.Done => By(row => row.Order.DoneShare),
            OrderColumn.Paid => By(row => (long)(object)row.Order.Sum <= 0 ? 1.0 : (double)(long)(object)row.Order.Paid / (double)(long)(object)row.Order.Sum),
            OrderColumn.Number => By(row => row.Order.Number),
            OrderColumn.State => By(row => row.State.Position),
            // Lower-case, so that databases which sort by code point do not put capitals first.
            OrderColumn.Customer => By(row => row.Customer.SearchText),
            OrderColumn.Start => By(row => row.Order.Start),
            OrderColumn.Finish => By(row => row.Order.Finish),
            OrderColumn.Sum => By(row => row.Order.Sum),
            _ => By(row => row.Order.Created),
        };
        // The same order every time, or a row could be on two pages.
        return filter.IsDescending ? sorted.ThenByDescending(row => row.Order.Id) : sorted.ThenBy(row => row.Order.Id);
    }

    private sealed class Joined
    {
        public required WorkOrder Order { get; init; }
        public required Customers.Customer Customer { get; init; }
        public required OrderState State { get; init; }
    }
}
