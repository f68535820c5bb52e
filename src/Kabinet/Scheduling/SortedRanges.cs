namespace Kabinet.Scheduling;

/// <summary>
/// Half-open ranges of minutes, sorted, disjoint and not touching. Both ends are kept in arrays of their own, so that a search reads
/// nothing but what it compares.
/// </summary>
internal sealed class SortedRanges
{
    public static SortedRanges None { get; } = new([], []);

    private readonly long[] starts;
    private readonly long[] finishes;

    private SortedRanges(long[] starts, long[] finishes) => (this.starts, this.finishes) = (starts, finishes);

    public int Count => starts.Length;
    public long Start(int index) => starts[index];
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
        ranges.Count == 0 ? None : new([.. ranges.Select(range => range.Start)], [.. ranges.Select(range => range.Finish)]);

    /// <summary>Without the ranges that finish at or before <paramref name="at"/>.</summary>
    public SortedRanges After(long at)
    {
        var first = FirstFinishingAfter(at);
        return first == 0 ? this : new(starts[first..], finishes[first..]);
    }

    /// <summary>
    /// The first range that finishes after <paramref name="at"/>; <see cref="Count"/> when there is none. Gallops from the last range
    /// backwards: what is asked about lies ahead, so the past, which only grows, is not even read.
    /// </summary>
    public int FirstFinishingAfter(long at)
    {
        var (stride, to) = (1, finishes.Length);
        while (stride <= finishes.Length && finishes[^stride] > at)
        {
            to = finishes.Length - stride;
            stride *= 2;
        }
        return Sorted.FirstAfter(finishes, at, Math.Max(finishes.Length - stride, 0), to);
    }

    /// <summary>The same, going on forwards from an earlier answer; -1 stands for none.</summary>
    public int FirstFinishingAfter(long at, int earlier)
    {
        if (earlier < 0) return FirstFinishingAfter(at);
        if (earlier >= finishes.Length || finishes[earlier] > at) return earlier;

        var stride = 1;
        while (earlier + stride < finishes.Length && finishes[earlier + stride] <= at) stride *= 2;
        return Sorted.FirstAfter(finishes, at, earlier + stride / 2, Math.Min(earlier + stride, finishes.Length));
    }

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
