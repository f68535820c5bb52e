using System.Linq.Expressions;
using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>A filter at one moment, as conditions the database understands.</summary>
internal sealed class OrderQuestion(WorkOrderFilter filter, CompanyCatalogue catalogue, Instant now)
{
    private readonly DateTimeZone zone = catalogue.Zone;
    private readonly LocalDate today = now.InZone(catalogue.Zone).Date;
    private readonly int arrivalId = catalogue.ArrivalState.Id;

    public IQueryable<WorkOrder> Narrow(AppDb db, IQueryable<WorkOrder> orders)
    {
        if (filter.View is { } view) orders = orders.Where(IsIn(view));
        if (filter.CustomerId is { } customer) orders = orders.Where(order => order.CustomerId == customer);
        if (filter.StateId is { } state) orders = orders.Where(order => order.StateId == state);
        if (filter.ResourceId is { } resource) orders = orders.Where(order => order.Resources.Any(line => line.ResourceId == resource));
        if (filter.ServiceId is { } service) orders = orders.Where(order => order.Works.Any(line => line.ServiceId == service));
        if (filter.From is { } from) orders = StartingFrom(orders, from);
        if (filter.To is { } to) orders = StartingBefore(orders, to.PlusDays(1));
        if (filter.Source is { } source) orders = orders.Where(order => order.Source == source);
        orders = filter.Actuality switch
        {
            Actuality.NotClosed => orders.Where(order => order.Status == OrderStatus.Open || order.Status == OrderStatus.InProgress),
            Actuality.Closed => orders.Where(order => order.Status == OrderStatus.Completed || order.Status == OrderStatus.Cancelled),
            _ => orders,
        };
        orders = filter.Payment switch
        {
            PaymentLevel.Paid => orders.Where(order => order.Paid >= order.Sum),
            PaymentLevel.Partly => orders.Where(order => order.Paid > Money.Zero && order.Paid < order.Sum),
            PaymentLevel.NotPaid => orders.Where(order => order.Paid <= Money.Zero && order.Paid < order.Sum),
            _ => orders,
        };
        foreach (var word in SearchWords.Of(filter.Search)) orders = Search(db, orders, word);
        return orders;
    }

    private static IQueryable<WorkOrder> Search(AppDb db, IQueryable<WorkOrder> orders, string word) => SearchWords.NumberIn(word) is { } number
        ? orders.Where(order => order.Number == number)
        : orders.Where(order => order.SearchText.Contains(word)
            || db.Customers.Any(customer => customer.Id == order.CustomerId && customer.SearchText.Contains(word)));

    /// <summary>What each view holds, and the latest id, in one pass.</summary>
    public async Task<(ViewCounts Views, int LatestId)> CountAsync(IQueryable<WorkOrder> orders, CancellationToken cancel)
    {
        var (isNew, isToday, isInProgress, isOverdue, isUnpaid) =
            (IsIn(OrderView.New), IsIn(OrderView.Today), IsIn(OrderView.InProgress), IsIn(OrderView.Overdue), IsIn(OrderView.Unpaid));
        var counts = await orders.GroupBy(_ => 1).Select(all => new
        {
            Views = new ViewCounts(
                all.AsQueryable().Count(isNew),
                all.AsQueryable().Count(isToday),
                all.AsQueryable().Count(isInProgress),
                all.AsQueryable().Count(isOverdue),
                all.AsQueryable().Count(isUnpaid)),
            LatestId = all.Max(order => order.Id),
        }).FirstOrDefaultAsync(cancel);
        return counts is null ? (new ViewCounts(0, 0, 0, 0, 0), 0) : (counts.Views, counts.LatestId);
    }

    private Expression<Func<WorkOrder, bool>> IsIn(OrderView view)
    {
        var (from, until) = (zone.AtStartOfDay(today).ToInstant(), zone.AtStartOfDay(today.PlusDays(1)).ToInstant());
        return view switch
        {
            OrderView.New => order => order.StateId == arrivalId && order.Finish >= now,
            OrderView.Today => order => order.Start >= from && order.Start < until,
            OrderView.InProgress => order => order.Status == OrderStatus.InProgress,
            OrderView.Overdue => order => order.Finish < now && (order.Status == OrderStatus.Open || order.Status == OrderStatus.InProgress),
            OrderView.Unpaid => order => order.Paid < order.Sum && order.Status != OrderStatus.Cancelled,
            _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
        };
    }

    private IQueryable<WorkOrder> StartingFrom(IQueryable<WorkOrder> orders, LocalDate date)
    {
        var from = zone.AtStartOfDay(date).ToInstant();
        return orders.Where(order => order.Start >= from);
    }

    private IQueryable<WorkOrder> StartingBefore(IQueryable<WorkOrder> orders, LocalDate date)
    {
        var until = zone.AtStartOfDay(date).ToInstant();
        return orders.Where(order => order.Start < until);
    }
}

internal static class VisibleOrders
{
    /// <summary>Owner and managers see every order of the company, a specialist those that occupy him.</summary>
    public static IQueryable<WorkOrder> SeenBy(this IQueryable<WorkOrder> orders, SignedInMember member)
    {
        if (member.IsManagement) return orders;
        var resource = member.ResourceId;
        return orders.Where(order => order.Resources.Any(line => line.ResourceId == resource));
    }
}
