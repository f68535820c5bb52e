using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>The occupied time of one company, inside the transaction that changes it.</summary>
internal sealed class Seats(AppDb db, CompanyCatalogue catalogue, Instant now)
{
    private static readonly Duration Around = Duration.FromDays(2);

    /// <summary>The company as the database has it at this moment, for the days around a start: what a commit is decided by.</summary>
    public async Task<CompanySnapshot> SnapshotAroundAsync(TimeRange range, CancellationToken cancel)
    {
        var (from, to) = (range.Start - Around, range.Finish + Around);
        var rows = await db.OccupiedRanges.AsNoTracking()
            .Where(row => row.Finish > from && row.Start < to && (row.Expires == null || row.Expires > now))
            .OrderBy(row => row.Start)
            .ToListAsync(cancel);
        return new CompanySnapshot(catalogue, catalogue.Company.Version,
            rows.Select(row => new Occupation(row.ResourceId, new OccupiedTime(row.Range, 1, row.Expires), row.WorkOrderId, row.HoldId, row.HeldBy)),
            range.Start.InZone(catalogue.Zone).Date);
    }

    /// <summary>Takes a seat for every unit of load of every resource line; false: there is none.</summary>
    public async Task<bool> OccupyAsync(WorkOrder order, CancellationToken cancel)
    {
        foreach (var lines in order.Resources.GroupBy(line => line.ResourceId))
        {
            var wanted = lines.SelectMany(line => Enumerable.Repeat(OccupiedRange.OfOrder(line, 0), line.Load)).ToList();
            if (!await PlaceAsync(lines.Key, wanted, cancel)) return false;
        }
        return true;
    }

    /// <summary>Keeps the range on each of the resources for a client who fills in the form; false: there is no seat.</summary>
    public async Task<bool> HoldAsync(Guid holdId, Guid? heldBy, IEnumerable<int> resourceIds, TimeRange range, Instant expires, CancellationToken cancel)
    {
        foreach (var resourceId in resourceIds)
            if (!await PlaceAsync(resourceId, [OccupiedRange.OfHold(db.CompanyId, resourceId, 0, range, holdId, heldBy, expires)], cancel)) return false;
        return true;
    }

    public Task FreeAsync(WorkOrder order, CancellationToken cancel) =>
        db.OccupiedRanges.Where(row => row.WorkOrderId == order.Id).ExecuteDeleteAsync(cancel);

    /// <summary>Removes a browser's holds, or one that belongs to none, and with them all that have expired. Another browser's hold stays.</summary>
    public Task FreeHoldAsync(Guid? holdId, Guid? heldBy, CancellationToken cancel) =>
        db.OccupiedRanges
            .Where(row => row.HoldId != null && (row.Expires <= now || (heldBy != null && row.HeldBy == heldBy) || (row.HoldId == holdId && row.HeldBy == null)))
            .ExecuteDeleteAsync(cancel);

    private async Task<bool> PlaceAsync(int resourceId, List<OccupiedRange> wanted, CancellationToken cancel)
    {
        if (catalogue.Resource(resourceId) is not { } resource) return false;
        var span = new TimeRange(wanted.Min(row => row.Start), wanted.Max(row => row.Finish));
        var others = await TouchedByAsync(resourceId, span, cancel);
        var placed = FreeSeats(resource.Capacity, others, wanted) ?? await ReseatAsync(resource, span, wanted, cancel);
        if (placed is null) return false;
        db.OccupiedRanges.AddRange(placed);
        // Written at once, so that the next line of the same visit sees it; then let go, for rows are deleted behind the context's back.
        await db.SaveChangesAsync(cancel);
        foreach (var row in placed) db.Entry(row).State = EntityState.Detached;
        return true;
    }

    private static List<OccupiedRange>? FreeSeats(int capacity, List<OccupiedRange> others, List<OccupiedRange> wanted)
    {
        var taken = others.ConvertAll(Seated);
        var placed = new List<OccupiedRange>();
        foreach (var range in wanted)
        {
            if (Seating.FreeSeat(capacity, taken, range.Range) is not { } seat) return null;
            placed.Add(range.On(seat));
            taken.Add(Seated(placed[^1]));
        }
        return placed;
    }

    /// <summary>
    /// No single seat is free over the whole range, but the load may fit: everybody who touches it, and who touches those, and so on, is
    /// seated anew.
    /// </summary>
    private async Task<List<OccupiedRange>?> ReseatAsync(Resource resource, TimeRange span, List<OccupiedRange> wanted, CancellationToken cancel)
    {
        if (resource.Capacity == 1) return null;
        var others = await TouchedByAsync(resource.Id, span, cancel);
        for (var known = -1; others.Count > known;)
        {
            known = others.Count;
            span = new TimeRange(Instant.Min(span.Start, others.Min(row => row.Start)), Instant.Max(span.Finish, others.Max(row => row.Finish)));
            others = await TouchedByAsync(resource.Id, span, cancel);
        }
        if (Seating.Reseat(resource.Capacity, others.Concat(wanted).Select(Seated)) is not { } seated) return null;
        foreach (var row in others)
            await db.OccupiedRanges.Where(one => one.ResourceId == row.ResourceId && one.Seat == row.Seat && one.Start == row.Start).ExecuteDeleteAsync(cancel);
        return seated.ConvertAll(one => one.Id.On(one.Seat));
    }

    /// <summary>The rows that overlap a range; holds that have expired are removed on the way, for to the database they are rows like others.</summary>
    private async Task<List<OccupiedRange>> TouchedByAsync(int resourceId, TimeRange span, CancellationToken cancel)
    {
        var touched = db.OccupiedRanges.Where(row => row.ResourceId == resourceId && row.Finish > span.Start && row.Start < span.Finish);
        var rows = await touched.AsNoTracking().ToListAsync(cancel);
        if (rows.RemoveAll(row => row.Expires <= now) > 0) await touched.Where(row => row.Expires <= now).ExecuteDeleteAsync(cancel);
        return rows;
    }

    private static Seated<OccupiedRange> Seated(OccupiedRange row) => new(row, row.Seat, row.Range);
}
