namespace Kabinet.Scheduling;

/// <summary>An occupied range on one seat of a resource, with the id of what occupies it.</summary>
public readonly record struct Seated<TId>(TId Id, int Seat, TimeRange Range);

/// <summary>
/// Seats for ranges. The engine counts load; the database refuses overlap per resource and seat. Where the load fits, seats can always
/// be found: ranges taken by their start, each on the lowest seat free by then, never need more seats than the highest load
/// (interval graphs are perfect). So a newcomer for whom no single seat is free re-seats the others.
/// </summary>
public static class Seating
{
    /// <summary>The lowest seat from 1 to <paramref name="capacity"/> that is free over the whole range; null: none.</summary>
    public static int? FreeSeat(int capacity, IReadOnlyCollection<(int Seat, TimeRange Range)> others, TimeRange range)
    {
        for (var seat = 1; seat <= capacity; seat++)
            if (!others.Any(other => other.Seat == seat && other.Range.Overlaps(range))) return seat;
        return null;
    }

    /// <summary>Everyone seated anew, in order of start; null: at some moment there are more than <paramref name="capacity"/>.</summary>
    /// <param name="present">Those who begin before everyone else: they keep their seats.</param>
    public static List<Seated<TId>>? Reseat<TId>(int capacity, IEnumerable<Seated<TId>> all, IEnumerable<Seated<TId>>? present = null)
    {
        var freeFrom = new NodaTime.Instant[capacity];
        Array.Fill(freeFrom, NodaTime.Instant.MinValue);
        foreach (var one in present ?? []) freeFrom[one.Seat - 1] = one.Range.Finish;
        var seated = new List<Seated<TId>>();
        foreach (var one in all.OrderBy(one => one.Range.Start))
        {
            var seat = Array.FindIndex(freeFrom, free => free <= one.Range.Start);
            if (seat < 0) return null;
            freeFrom[seat] = one.Range.Finish;
            seated.Add(one with { Seat = seat + 1 });
        }
        return seated;
    }

    /// <summary>Those who begin within the range, then those who begin before these finish, and so on: nobody else can be in their way.</summary>
    public static List<Seated<TId>> ChainFrom<TId>(TimeRange range, IEnumerable<Seated<TId>> all)
    {
        var (finish, chain) = (range.Finish, new List<Seated<TId>>());
        foreach (var one in all.Where(one => one.Range.Start >= range.Start).OrderBy(one => one.Range.Start))
        {
            if (one.Range.Start >= finish) break;
            finish = NodaTime.Instant.Max(finish, one.Range.Finish);
            chain.Add(one);
        }
        return chain;
    }
}
