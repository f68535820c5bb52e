using System.Collections.Concurrent;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>
/// All the engine knows of one resource: its capacity, when it works and when it is taken. Immutable, and safe to share between threads.
/// Two of them are the same resource when they are the same object.
/// </summary>
public sealed class ResourceTime
{
    private readonly OccupiedTime[] bookings;
    private readonly OccupiedTime[] holds;
    private readonly OccupiedLoad bookedLoad;
    private LoadWithHolds? loadWithHolds;
    private KeptStarts? starts;

    /// <param name="capacity">The greatest load at any moment; 1 or more.</param>
    /// <param name="working">When it works.</param>
    /// <param name="occupied">What is taken, in any order, the past included; empty ranges are ignored, parts of a minute count as whole ones.</param>
    public ResourceTime(int capacity, WorkingTime working, IEnumerable<OccupiedTime> occupied)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        Capacity = capacity;
        Working = working;
        var taken = occupied.Where(time => !time.Range.IsEmpty).ToArray();
        if (taken.Any(time => time.Load < 1)) throw new ArgumentException("A load is 1 or more.", nameof(occupied));

        bookings = [.. taken.Where(time => time.Expires is null)];
        holds = [.. taken.Where(time => time.Expires is not null).OrderByDescending(time => time.Expires)];
        bookedLoad = new(capacity, bookings);
    }

    public int Capacity { get; }
    public WorkingTime Working { get; }

    /// <summary>The same resource with other occupied time.</summary>
    public ResourceTime With(IEnumerable<OccupiedTime> occupied) => new(Capacity, Working, occupied);

    /// <summary>The highest load at any moment of the range; holds that have expired at <paramref name="now"/> do not count.</summary>
    public int PeakLoad(TimeRange range, Instant now) => Load(now).Peak(range);

    internal OccupiedLoad Load(Instant now)
    {
        var living = 0;
        while (living < holds.Length && now < holds[living].Expires) living++;
        if (living == 0) return bookedLoad;

        // Holds live for minutes and are asked about many times: the last answer is kept. Two threads may prepare it twice, to the same end.
        var known = loadWithHolds;
        if (known?.Living == living) return known.Load;
        var load = new OccupiedLoad(Capacity, [.. bookings, .. holds.AsSpan(0, living)]);
        loadWithHolds = new(living, load);
        return load;
    }

    /// <summary>What has been prepared of it for an engine, with the holds that live now; safe to add to from several threads.</summary>
    internal ConcurrentDictionary<Visit, PreparedStarts> StartsBy(Availability engine, Instant now)
    {
        var load = Load(now);
        if (starts is { } kept && kept.Engine == engine && kept.Load == load) return kept.ByVisit;
        starts = kept = new(engine, load, new(concurrencyLevel: 1, capacity: 1));
        return kept.ByVisit;
    }

    private sealed record LoadWithHolds(int Living, OccupiedLoad Load);

    private sealed record KeptStarts(Availability Engine, OccupiedLoad Load, ConcurrentDictionary<Visit, PreparedStarts> ByVisit);
}
