using Kabinet.Data;
using Kabinet.Scheduling;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Web.Tests.WorkOrders;

/// <summary>What must be true of a company's occupied time at any moment, counted anew from the rows, without the code under test.</summary>
internal static class OccupiedTime
{
    /// <summary>Every fault in words; empty: no resource is over its capacity, and occupied time is exactly that of the work orders and holds.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(AppDb db, CancellationToken cancel)
    {
        var resources = await db.Resources.AsNoTracking().ToListAsync(cancel);
        var orders = await db.WorkOrders.AsNoTracking().Include(order => order.Resources).ToListAsync(cancel);
        var rows = await db.OccupiedRanges.AsNoTracking().ToListAsync(cancel);
        var lines = orders.Where(order => order.Status != OrderStatus.Cancelled).SelectMany(order => order.Resources).ToList();
        return
        [
            .. resources.SelectMany(resource => OverCapacity("work orders", resource.Name, resource.Capacity,
                lines.Where(line => line.ResourceId == resource.Id).Select(line => (line.Occupied, line.Load)))),
            .. resources.SelectMany(resource => OverCapacity("occupied time", resource.Name, resource.Capacity,
                rows.Where(row => row.ResourceId == resource.Id).Select(row => (row.Range, 1)))),
            .. resources.SelectMany(resource => rows.Where(row => row.ResourceId == resource.Id && (row.Seat < 1 || row.Seat > resource.Capacity))
                .Select(row => $"{resource.Name} has no seat {row.Seat}")),
            .. Differences(lines, rows.Where(row => row.WorkOrderId is not null).ToList()),
        ];
    }

    private static IEnumerable<string> OverCapacity(string source, string name, int capacity, IEnumerable<(TimeRange Range, int Load)> taken)
    {
        var all = taken.ToList();
        return from moment in all.Select(one => one.Range.Start).Distinct()
               let load = all.Where(one => one.Range.Contains(moment)).Sum(one => one.Load)
               where load > capacity
               select $"{source}: {name} is taken {load} times of {capacity} at {moment}";
    }

    private static IEnumerable<string> Differences(List<ResourceLine> lines, List<OccupiedRange> rows)
    {
        string Key(int order, int number, int resource, Instant start, Instant finish) => $"order {order} line {number}: resource {resource} {start}–{finish}";
        var wanted = lines.SelectMany(line => Enumerable.Repeat(Key(line.WorkOrderId, line.Number, line.ResourceId, line.Occupied.Start, line.Occupied.Finish), line.Load)).Order().ToList();
        var found = rows.Select(row => Key(row.WorkOrderId!.Value, row.LineNumber!.Value, row.ResourceId, row.Start, row.Finish)).Order().ToList();
        return wanted.SequenceEqual(found) ? [] : [.. wanted.Except(found).Select(key => $"not occupied: {key}"), .. found.Except(wanted).Select(key => $"occupied by nothing: {key}"), $"{wanted.Count} wanted, {found.Count} found"];
    }
}
