using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.FirstSteps;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.Scheduling;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Home;

/// <param name="Unpaid">Completed, and not paid for in full.</param>
/// <param name="FailedMessages">Tried, refused, and not given up.</param>
public sealed record Attention(int New, int Overdue, int Unpaid, int FailedMessages);

/// <summary>Загрузка: how much of its working time of today a resource is taken.</summary>
public sealed record ResourceLoad(string Name, Duration Busy, Duration Working)
{
    /// <summary>Of 100; more where it is booked outside its hours.</summary>
    public int Percent => (int)Math.Round(100 * (Busy / Working));
}

/// <param name="Sum">Of the work orders completed for that day.</param>
public sealed record DayRevenue(LocalDate Date, Money Sum);

/// <param name="Coming">Today's that are not over, the next one first.</param>
/// <param name="Over">Today's that are over or closed.</param>
/// <param name="Deletions">Clients who asked for their data to be deleted; null: none waits, or not for this member.</param>
/// <param name="Week">Monday to Sunday.</param>
/// <param name="RunningOut">Whose schedule ends soon; none for a specialist, who does not see to it.</param>
public sealed record HomeCard(
    CompanyCatalogue Catalogue, FirstStepsProgress Steps, IReadOnlyList<OrderRow> Coming, IReadOnlyList<OrderRow> Over, Attention Attention,
    WaitingDeletions? Deletions, IReadOnlyList<ResourceLoad> Loads, IReadOnlyList<DayRevenue> Week, IReadOnlyList<RunningOut> RunningOut)
{
    public Money WeekSum => new(Week.Sum(day => day.Sum.Kopecks));
}

/// <summary>«Главное»: what today brings. A specialist sees of it what is his own.</summary>
public sealed class OpenHome(Databases databases, CompanySnapshots snapshots, WorkOrderList orders, IClock clock)
{
    public async Task<HomeCard> RunAsync(SignedInMember member, CancellationToken cancel = default)
    {
        var snapshot = await snapshots.GetAsync(member.CompanyId, cancel);
        var catalogue = snapshot.Catalogue;
        var now = clock.GetCurrentInstant();
        var today = now.InZone(catalogue.Zone).Date;
        var page = await orders.PageAsync(member, new WorkOrderFilter { From = today, To = today, Sort = OrderColumn.Start, IsDescending = false }, catalogue, withLines: true, cancel);
        var coming = page.Rows.Where(row => !row.Order.IsClosed && row.Order.Finish > now).ToList();

        await using var db = databases.Open(member.CompanyId);
        var seen = db.WorkOrders.AsNoTracking().SeenBy(member);
        var unpaid = await seen.CountAsync(order => order.Status == OrderStatus.Completed && order.Paid < order.Sum, cancel);
        var failed = member.IsManagement ? await db.OutboxMessages.CountAsync(message => message.Sent == null && message.Withdrawn == null && message.LastError != null, cancel) : 0;
        return new HomeCard(
            catalogue, FirstStepsProgress.Of(catalogue), coming, [.. page.Rows.Except(coming)], new Attention(page.Views.New, page.Views.Overdue, unpaid, failed),
            member.IsManagement ? await db.WaitingDeletionsAsync(catalogue.Zone, today, cancel) : null,
            Loads(snapshot, member, today), await WeekAsync(seen, catalogue.Zone, today, cancel),
            member.IsManagement ? SchedulesRunningOut.Of(catalogue) : []);
    }

    private static List<ResourceLoad> Loads(CompanySnapshot snapshot, SignedInMember member, LocalDate today)
    {
        var zone = snapshot.Catalogue.Zone;
        var day = new TimeRange(zone.AtStartOfDay(today).ToInstant(), zone.AtStartOfDay(today.PlusDays(1)).ToInstant());
        return [.. from resource in snapshot.Catalogue.Resources
                   where member.IsManagement || resource.Id == member.ResourceId
                   let working = Working(snapshot, resource, day)
                   where working > Duration.Zero
                   select new ResourceLoad(resource.Name, snapshot.BusyOn(resource, today), working)];
    }

    private static Duration Working(CompanySnapshot snapshot, Resource resource, TimeRange day) =>
        snapshot.Time(resource.Id)?.Working.Within(day).Aggregate(Duration.Zero, (sum, range) => sum + (range.Finish - range.Start)) * resource.Capacity ?? Duration.Zero;

    private static async Task<List<DayRevenue>> WeekAsync(IQueryable<WorkOrder> seen, DateTimeZone zone, LocalDate today, CancellationToken cancel)
    {
        var monday = today.PlusDays(1 - (int)today.DayOfWeek);
        var (from, until) = (zone.AtStartOfDay(monday).ToInstant(), zone.AtStartOfDay(monday.PlusDays(7)).ToInstant());
        var completed = await seen.Where(order => order.Status == OrderStatus.Completed && order.Finish >= from && order.Finish < until)
            .Select(order => new { order.Finish, order.Sum }).ToListAsync(cancel);
        var sums = completed.ToLookup(order => order.Finish.InZone(zone).Date, order => order.Sum.Kopecks);
        return [.. Enumerable.Range(0, 7).Select(day => monday.PlusDays(day)).Select(date => new DayRevenue(date, new Money(sums[date].Sum())))];
    }
}
