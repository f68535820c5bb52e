using Kabinet.Scheduling;

namespace Kabinet.Exchange.Import;

/// <summary>
/// Seats for the occupied time of all orders, resource by resource, with the engine's own seating. Where there are more orders at a time
/// than the resource takes, the one that begins last is the problem, and the others are named.
/// </summary>
internal sealed class CheckLoad(IReadOnlyList<CheckedResource> resources, FileProblems problems)
{
    private readonly record struct Line(CheckedOrder Order, int Number);

    public void Run(IReadOnlyList<CheckedOrder> orders)
    {
        var lines = resources.Select(_ => new List<Seated<Line>>()).ToArray();
        foreach (var order in orders)
            for (var number = 0; number < order.Seats.Length; number++)
                lines[order.Resources[number]].Add(new(new Line(order, number), 0, order.Occupied));
        for (var i = 0; i < lines.Length; i++) Seat(i, lines[i]);
    }

    private void Seat(int resource, List<Seated<Line>> lines)
    {
        var capacity = Math.Max(1, resources[resource].Entry.Capacity);
        var seated = Seating.Reseat(capacity, lines) ?? Seating.Reseat(capacity, Fitting(resource, capacity, lines))!;
        foreach (var (line, seat, _) in seated) line.Order.Seats[line.Number] = seat;
    }

    /// <summary>Those that find a place, in the order of their start; the others are problems.</summary>
    private List<Seated<Line>> Fitting(int resource, int capacity, List<Seated<Line>> lines)
    {
        List<Seated<Line>> fitting = [], present = [];
        foreach (var line in lines.OrderBy(one => one.Range.Start).ThenBy(one => one.Id.Order.Place))
        {
            present.RemoveAll(one => one.Range.Finish <= line.Range.Start);
            if (present.Count < capacity)
            {
                fitting.Add(line);
                present.Add(line);
            }
            else problems.Add($"workOrders[{line.Id.Order.Place}]", Words(resource, capacity, line.Id.Order, present));
        }
        return fitting;
    }

    private string Words(int resource, int capacity, CheckedOrder order, List<Seated<Line>> present)
    {
        var others = string.Join(", ", present.Select(one => one.Id.Order.Name));
        var name = $"resource {resources[resource].Entry.Id}";
        var itself = order.Entry.Id is { } id ? $"{id} " : "";
        return capacity == 1 ? $"{itself}overlaps {others} at {name}, buffers included" : $"{itself}is one too many for {name}, which takes {capacity} at a time: {others}";
    }
}
