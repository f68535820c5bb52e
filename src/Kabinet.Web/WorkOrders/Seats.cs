using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.Scheduling;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>
/// The occupied time of one company, inside the transaction that changes it. The company's row is locked, so the copy of that version is what
/// the database holds: seats are found in it, not asked for. The database's guard has the last word when they are written.
/// </summary>
internal sealed class Seats(AppDb db, CompanySnapshot company, Instant now)
{
    /// <summary>The company with all that was changed here so far.</summary>
    public CompanySnapshot Company { get; private set; } = company;

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

    public async Task FreeAsync(WorkOrder order, CancellationToken cancel)
    {
        await WriteAsync(cancel);
        await db.OccupiedRanges.Where(row => row.WorkOrderId == order.Id).ExecuteDeleteAsync(cancel);
        Company = Company.Without(workOrderId: order.Id);
    }

    /// <summary>Removes a browser's holds, or one that belongs to none, and with them all that have expired. Another browser's hold stays.</summary>
    public async Task FreeHoldAsync(Guid? holdId, Guid? heldBy, CancellationToken cancel)
    {
        bool IsGivenUp(Occupation hold) => hold.HasExpired(now) || (heldBy is not null && hold.HeldBy == heldBy) || (hold.HoldId == holdId && hold.HeldBy is null);
        if (!Company.Holds.Any(IsGivenUp)) return;
        await db.OccupiedRanges
            .Where(row => row.HoldId != null && (row.Expires <= now || (heldBy != null && row.HeldBy == heldBy) || (row.HoldId == holdId && row.HeldBy == null)))
            .ExecuteDeleteAsync(cancel);
        Company = Company.WithoutHolds(IsGivenUp);
    }

    /// <summary>Is a visit going on there, or still to come? A hold is none: who books it is told that the resource is gone.</summary>
    public Task<bool> IsBookedAheadAsync(int resourceId, CancellationToken cancel) =>
        db.OccupiedRanges.AnyAsync(row => row.ResourceId == resourceId && row.WorkOrderId != null && row.Finish > now, cancel);

    /// <summary>Makes do with fewer seats; false: at some moment more is booked than that. Who is there already moves only if his seat goes.</summary>
    public async Task<bool> NarrowAsync(int resourceId, int capacity, CancellationToken cancel)
    {
        await FreeHoldAsync(null, null, cancel);
        var of = db.OccupiedRanges.AsNoTracking().Where(row => row.ResourceId == resourceId);
        var ahead = (await of.Where(row => row.Finish > now).ToListAsync(cancel)).ConvertAll(Seated);
        if (ahead.TrueForAll(row => row.Seat <= capacity)) return true;

        // A seat that is free now may have been taken while he who moves to it was there.
        var since = ahead.Where(row => row.Seat > capacity).Min(row => row.Range.Start);
        var past = (await of.Where(row => row.Finish > since && row.Finish <= now).ToListAsync(cancel)).ConvertAll(Seated);
        bool Stays(Seated<OccupiedRange> row) => row.Range.Start <= now && row.Seat <= capacity;
        var moving = ahead.Where(row => !Stays(row)).ToList();
        if (Seating.Reseat(capacity, moving, past.Concat(ahead).Where(Stays).OrderBy(row => row.Range.Finish)) is not { } seated) return false;

        await DeleteAsync(moving, cancel);
        db.AddRange(seated.ConvertAll(one => one.Id.On(one.Seat)));
        return true;
    }

    private async Task<bool> PlaceAsync(int resourceId, List<OccupiedRange> wanted, CancellationToken cancel)
    {
        if (Company.Catalogue.Resource(resourceId) is not { } resource) return false;
        // To the database a hold that has expired is a row like others.
        await FreeHoldAsync(null, null, cancel);
        if (FreeSeats(resource, wanted) is { } placed) Add(resourceId, placed, []);
        else if (!await ReseatAsync(resource, wanted, cancel)) return false;
        return true;
    }

    private List<OccupiedRange>? FreeSeats(Resource resource, List<OccupiedRange> wanted)
    {
        var span = Span(wanted);
        var taken = Company.OccupationsOf(resource.Id).Where(one => one.Time.Range.Overlaps(span)).Select(one => (one.Seat, one.Time.Range)).ToList();
        var placed = new List<OccupiedRange>();
        foreach (var range in wanted)
        {
            if (Seating.FreeSeat(resource.Capacity, taken, range.Range) is not { } seat) return null;
            placed.Add(range.On(seat));
            taken.Add((seat, range.Range));
        }
        return placed;
    }

    /// <summary>
    /// No single seat is free over the whole range, but the load may fit. Those who are there already keep their seats; the newcomer, those who
    /// begin while he is there, those who begin while these are, and so on, are seated anew.
    /// </summary>
    private async Task<bool> ReseatAsync(Resource resource, List<OccupiedRange> wanted, CancellationToken cancel)
    {
        if (resource.Capacity == 1) return false;
        await WriteAsync(cancel);
        var span = Span(wanted);
        var rows = (await db.OccupiedRanges.AsNoTracking().Where(row => row.ResourceId == resource.Id && row.Finish > span.Start).ToListAsync(cancel)).ConvertAll(Seated);
        var others = Seating.ChainFrom(span, rows);
        if (Seating.Reseat(resource.Capacity, others.Concat(wanted.Select(Seated)), rows.Where(row => row.Range.Start < span.Start)) is not { } seated) return false;

        await DeleteAsync(others, cancel);
        Add(resource.Id, seated.ConvertAll(one => one.Id.On(one.Seat)), [.. others.Select(one => one.Id.AsOccupation())]);
        return true;
    }

    private async Task DeleteAsync(List<Seated<OccupiedRange>> rows, CancellationToken cancel)
    {
        foreach (var (row, _, _) in rows)
            await db.OccupiedRanges.Where(one => one.ResourceId == row.ResourceId && one.Seat == row.Seat && one.Start == row.Start).ExecuteDeleteAsync(cancel);
    }

    private void Add(int resourceId, List<OccupiedRange> coming, IReadOnlyCollection<Occupation> going)
    {
        db.AddRange(coming);
        Company = Company.With(resourceId, coming.ConvertAll(row => row.AsOccupation()), going);
    }

    /// <summary>Before rows are deleted behind the context's back: what it was to write, written and let go.</summary>
    private async Task WriteAsync(CancellationToken cancel)
    {
        var pending = db.OccupiedRanges.Local.ToList();
        if (pending.Count == 0) return;
        await db.SaveChangesAsync(cancel);
        foreach (var row in pending) db.Entry(row).State = EntityState.Detached;
    }

    private static TimeRange Span(List<OccupiedRange> wanted) => new(wanted.Min(row => row.Start), wanted.Max(row => row.Finish));

    private static Seated<OccupiedRange> Seated(OccupiedRange row) => new(row, row.Seat, row.Range);
}
