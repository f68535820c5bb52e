namespace Kabinet.Scheduling;

/// <summary>
/// Half-open ranges of minutes, sorted, disjoint and not touching. Both ends are kept in rows of their own, so that a search reads
/// nothing but what it compares.
/// </summary>
internal readonly struct SortedRanges
{
    public static SortedRanges None { get; } = new(new([]), new([]));

    private readonly SortedMinutes starts;
    private readonly SortedMinutes finishes;

    private SortedRanges(SortedMinutes starts, SortedMinutes finishes) => (this.starts, this.finishes) = (starts, finishes);

    public int Count => starts.Count;
    public long Start(int index) => starts[index];
    public long StartOrNever(int index) => starts.AtOrNever(index);
    public long Finish(int index) => finishes[index];

    /// <summary>Any ranges, in any order: empty ones are dropped, overlapping and touching ones become one.</summary>
    public static SortedRanges Join(List<(long Start, long Finish)> ranges)
    {
        ranges.RemoveAll(range => range.Finish <= range.Start);
        ranges.Sort();
        var joined = new List<(long Start, long Finish)>(ranges.Count);
        foreach (var range in ranges)
        {
            if (joined.Count > 0 && range.Start <= joined[^1].Finish)
            {
                joined[^1] = (joined[^1].Start, Math.Max(joined[^1].Finish, range.Finish));
                continue;
            }
            joined.Add(range);
        }
        return FromJoined(joined);
    }

    /// <summary>Ranges that are sorted, disjoint and not touching already.</summary>
    public static SortedRanges FromJoined(IReadOnlyCollection<(long Start, long Finish)> ranges) =>
        ranges.Count == 0 ? None : new(new([.. ranges.Select(range => range.Start)]), new([.. ranges.Select(range => range.Finish)]));

    /// <summary>Without the ranges that finish at or before <paramref name="at"/>.</summary>
    public SortedRanges After(long at)
    {
        var first = FirstFinishingAfter(at);
        return first == 0 ? this : new(starts.From(first), finishes.From(first));
    }

    /// <summary>The first range that finishes after <paramref name="at"/>; <see cref="Count"/> when there is none.</summary>
    public int FirstFinishingAfter(long at) => finishes.FirstAfter(at);

    /// <summary>The same, going on forwards from an earlier answer; -1 stands for none.</summary>
    public int FirstFinishingAfter(long at, int earlier) => finishes.FirstAfter(at, earlier);

    public bool Covers(long start, long finish)
    {
        var index = FirstFinishingAfter(start);
        return index < Count && starts[index] <= start && finish <= finishes[index];
    }

    public bool Overlaps(long start, long finish)
    {
        var index = FirstFinishingAfter(start);
        return index < Count && starts[index] < finish;
    }
}
