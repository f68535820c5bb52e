namespace Kabinet.Scheduling;

/// <summary>
/// The load of one resource as a step function: where occupied ranges start and where they finish, each sorted, with the load that has
/// been opened or closed up to there. Prepared once; a question costs a search and what lies inside its range.
/// </summary>
internal sealed class OccupiedLoad
{
    private readonly SortedMinutes starts;
    private readonly SortedMinutes finishes;
    private readonly int[] opened;
    private readonly int[] closed;

    public OccupiedLoad(int capacity, IReadOnlyList<OccupiedTime> occupied)
    {
        (starts, opened) = Accumulate(occupied, range => Minutes.Floor(range.Start));
        (finishes, closed) = Accumulate(occupied, range => Minutes.Ceiling(range.Finish));
        Full = FullRanges(capacity);
    }

    /// <summary>Where nothing more can be taken: the load has reached the capacity.</summary>
    public SortedRanges Full { get; }

    public SortedMinutes Starts => starts;
    public SortedMinutes Finishes => finishes;

    public int Peak(TimeRange range)
    {
        if (range.IsEmpty) return 0;

        var (from, to) = (Minutes.Floor(range.Start), Minutes.Ceiling(range.Finish));
        var start = starts.FirstAfter(from);
        var finish = finishes.FirstAfter(from);
        var peak = LoadAfter(start, finish);
        while (start < starts.Count && starts[start] < to)
        {
            var at = starts[start];
            while (start < starts.Count && starts[start] == at) start++;
            while (finish < finishes.Count && finishes[finish] <= at) finish++;
            peak = Math.Max(peak, LoadAfter(start, finish));
        }
        return peak;
    }

    /// <summary>One end of every range, sorted, and the load of all up to each.</summary>
    private static (SortedMinutes Ends, int[] Loads) Accumulate(IReadOnlyList<OccupiedTime> occupied, Func<TimeRange, long> end)
    {
        var ends = occupied.Select(time => end(time.Range)).ToArray();
        var loads = occupied.Select(time => time.Load).ToArray();
        Array.Sort(ends, loads);
        for (var i = 1; i < loads.Length; i++) loads[i] += loads[i - 1];
        return (new(ends), loads);
    }

    /// <summary>The load when so many ranges have started and so many have finished.</summary>
    private int LoadAfter(int started, int finished) =>
        (started == 0 ? 0 : opened[started - 1]) - (finished == 0 ? 0 : closed[finished - 1]);

    private SortedRanges FullRanges(int capacity)
    {
        var full = new List<(long Start, long Finish)>();
        long? since = null;
        for (int start = 0, finish = 0; finish < finishes.Count;)
        {
            var at = Math.Min(starts.AtOrNever(start), finishes[finish]);
            while (start < starts.Count && starts[start] == at) start++;
            while (finish < finishes.Count && finishes[finish] == at) finish++;
            var isFull = LoadAfter(start, finish) >= capacity;
            if (since is { } from && !isFull) full.Add((from, at));
            since = isFull ? since ?? at : null;
        }
        return SortedRanges.FromJoined(full);
    }
}
