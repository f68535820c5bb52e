using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>
/// What is booked in time that a change of working time closes, inside the transaction that makes the change. Whether a visit stays or goes
/// elsewhere is decided by staff before anything is written; what they have not seen yet is listed to them first.
/// </summary>
internal sealed class ClosedTime
{
    private readonly AppDb db;
    private readonly CompanyCatalogue before;
    private readonly SignedInMember member;
    private readonly Instant now;

    private ClosedTime(AppDb db, CompanyCatalogue before, SignedInMember member, Instant now) => (this.db, this.before, this.member, this.now) = (db, before, member, now);

    /// <summary>To be called before the change is made: the working time is remembered as it was.</summary>
    public static async Task<ClosedTime> BeforeAsync(AppDb db, Company company, CompanySnapshots snapshots, SignedInMember member, Instant now, CancellationToken cancel) =>
        new(db, (await snapshots.InAsync(db, company, now, cancel)).Catalogue, member, now);

    /// <summary>To be called when the change is made: it is written here, but not committed.</summary>
    /// <param name="resourceIds">Those whose working time may be less than it was.</param>
    /// <param name="dates">Between which dates, both included; null: from now on.</param>
    /// <param name="choices">What staff decided; null: they were not asked yet.</param>
    /// <returns>Why it must not be committed; null: every visit has been decided about, and moved where that was wanted.</returns>
    public async Task<Refusal?> SettleAsync(
        IReadOnlyCollection<int> resourceIds, (LocalDate First, LocalDate Last)? dates, IReadOnlyList<VisitChoice>? choices, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        var after = await new SnapshotReader(db, now).ReadAsync(null, cancel);
        var orders = await AffectedAsync(after.Catalogue, resourceIds, dates, cancel);
        bool IsDecided(WorkOrder order) => choices?.Any(choice => choice.OrderId == order.Id && choice.Revision == order.Revision) == true;
        if (!orders.TrueForAll(IsDecided))
            return new Refusal(choices is null ? RefusalReason.TimeBooked : RefusalReason.TimeBookedMeanwhile, "visits") { Affected = await ListAsync(after, orders, cancel) };

        foreach (var choice in (choices ?? []).Where(choice => orders.Exists(order => order.Id == choice.OrderId)))
            if (choice.To is { } to && await MoveAsync(choice, to, cancel) is { } refused)
                return refused with { Field = FieldOf(choice.OrderId), Affected = await ListAsync(after, orders, cancel) };
        return null;
    }

    /// <summary>The field of a refusal that concerns one visit of the list.</summary>
    public static string FieldOf(int orderId) => FormattableString.Invariant($"visits.{orderId}");

    /// <summary>By the rules of a work order that staff move by hand; those moved before it are where they went.</summary>
    private async Task<Refusal?> MoveAsync(VisitChoice choice, VisitOffer to, CancellationToken cancel)
    {
        var company = await new SnapshotReader(db, now).ReadAsync(null, cancel);
        var opened = await OpenedOrder.OpenAsync(db, company, member, choice.OrderId, choice.Revision, now, cancel);
        if (opened.IsRefused) return opened.Refusals[0];
        var (order, performs) = (opened.Value, to.ResourceId);
        var body = new TimeRange(to.Start, to.Start + order.Order.Body.Length);
        if ((order.CheckResource(performs) ?? await order.MoveAsync(body, performs, cancel)) is { } refusal) return refusal;
        await order.TellClientAsync(cancel);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>Visits that are not over and lose some of the working time in which they were booked; a visit outside of it loses nothing.</summary>
    private async Task<List<WorkOrder>> AffectedAsync(
        CompanyCatalogue after, IReadOnlyCollection<int> resourceIds, (LocalDate First, LocalDate Last)? dates, CancellationToken cancel)
    {
        var open = ClientBookings.WithLines(db.WorkOrders.AsNoTracking()).Where(order => order.Finish > now
            && (order.Status == OrderStatus.Open || order.Status == OrderStatus.InProgress) && order.Resources.Any(line => resourceIds.Contains(line.ResourceId)));
        if (dates is var (first, last))
        {
            // A shift that begins on the last date may run past midnight.
            var (from, until) = (before.Zone.AtStartOfDay(first).ToInstant(), before.Zone.AtStartOfDay(last.PlusDays(2)).ToInstant());
            open = open.Where(order => order.Finish > from && order.Start < until);
        }
        bool Loses(ResourceLine line)
        {
            var date = line.Start.InZone(before.Zone).Date;
            return resourceIds.Contains(line.ResourceId) && before.WorkingTimeAround(line.ResourceId, date).Within(line.Body)
                .Any(worked => !after.WorkingTimeAround(line.ResourceId, date).Covers(worked));
        }
        return (await open.OrderBy(order => order.Start).ThenBy(order => order.Id).ToListAsync(cancel)).FindAll(order => order.Resources.Any(Loses));
    }

    private async Task<List<AffectedVisit>> ListAsync(CompanySnapshot after, List<WorkOrder> orders, CancellationToken cancel)
    {
        var (offers, listed) = (new VisitOffers(db, after, now), new List<AffectedVisit>());
        foreach (var order in orders)
        {
            var (free, nearest) = await offers.OfAsync(order, cancel);
            listed.Add(new AffectedVisit(order.Id, order.Revision, order.Number, order.Body, order.Contact.Name, string.Join(", ", order.Works.Select(work => work.Name)),
                string.Join(", ", order.Resources.Select(line => after.Catalogue.ResourceName(line.ResourceId))), after.Catalogue.State(order.StateId)!, free, nearest));
        }
        return listed;
    }
}
