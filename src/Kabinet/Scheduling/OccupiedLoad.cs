namespace Kabinet.Scheduling;

/// <summary>
/// The load of one resource as a step function: where occupied ranges start and where they finish, each sorted, with the load that has
/// been opened or closed up to there. Prepared once; a question costs a search and what lies inside its range.
/// </summary>
internal sealed class OccupiedLoad
{
    private readonly long[] starts;
    private readonly long[] finishes;
    private readonly int[] opened;
    private readonly int[] closed;

    public OccupiedLoad(int capacity, IReadOnlyList<OccupiedTime> occupied)
    {
        starts = new long[occupied.Count];
        finishes = new long[occupied.Count];
        opened = new int[occupied.Count];
        closed = new int[occupied.Count];
        for (var i = 0; i < occupied.Count; i++)
        {
            starts[i] = Minutes.Floor(occupied[i].Range.Start);
            finishes[i] = Minutes.Ceiling(occupied[i].Range.Finish);
            opened[i] = closed[i] = occupied[i].Load;
        }
        Accumulate(starts, opened);
        Accumulate(finishes, closed);
        Full = FullRanges(capacity);
    }

    /// <summary>Where nothing more can be taken: the load has reached the capacity.</summary>
    public SortedRanges Full { get; }

    /// <summary>The first start of an occupied range at or after <paramref name="at"/>; <see cref="Minutes.Never"/> when there is none.</summary>
    public long NextStart(long at) => At(starts, Sorted.FirstFrom(starts, at));

    /// <summary>The first finish of an occupied range at or after <paramref name="at"/>; <see cref="Minutes.Never"/> when there is none.</summary>
    public long NextFinish(long at) => At(finishes, Sorted.FirstFrom(finishes, at));

    public int Peak(TimeRange range)
    {
        if (range.IsEmpty) return 0;

        var (from, to) = (Minutes.Floor(range.Start), Minutes.Ceiling(range.Finish));
        var start = Sorted.FirstAfter(starts, from);
        var finish = Sorted.FirstAfter(finishes, from);
        var peak = LoadAfter(start, finish);
        while (start < starts.Length && starts[start] < to)
        {
            var at = starts[start];
            while (start < starts.Length && starts[start] == at) start++;
            while (finish < finishes.Length && finishes[finish] <= at) finish++;
            peak = Math.Max(peak, LoadAfter(start, finish));
        }
        return peak;
    }

    private static long At(long[] numbers, int index) => index < numbers.Length ? numbers[index] : Minutes.Never;

    private static void Accumulate(long[] boundaries, int[] loads)
    {
        Array.Sort(boundaries, loads);
        for (var i = 1; i < loads.Length; i++) loads[i] += loads[i - 1];
    }

    /// <summary>The load when so many ranges have started and so many have finished.</summary>
    private int LoadAfter(int started, int finished) =>
        (started == 0 ? 0 : opened[started - 1]) - (finished == 0 ? 0 : closed[finished - 1]);

    private SortedRanges FullRanges(int capacity)
    {
        var full = new List<(long Start, long Finish)>();
        long? since = null;
        for (int start = 0, finish = 0; finish < finishes.Length;)
        {
            var at = Math.Min(At(starts, start), finishes[finish]);
            while (start < starts.Length && starts[start] == at) start++;
            while (finish < finishes.Length && finishes[finish] == at) finish++;
            var isFull = LoadAfter(start, finish) >= capacity;
            if (since is { } from && !isFull) full.Add((from, at));
            since = isFull ? since ?? at : null;
        }
        return SortedRanges.FromJoined(full);
    }
}
