namespace Kabinet.Scheduling;

/// <summary>Ascending minutes, searched by galloping: the cost grows with the distance to the answer, not with how many there are.</summary>
internal readonly struct SortedMinutes(long[] minutes)
{
    public int Count => minutes.Length;
    public long this[int index] => minutes[index];

    /// <summary>The minute of that index; <see cref="Minutes.Never"/> after the last.</summary>
    public long AtOrNever(int index) => index < minutes.Length ? minutes[index] : Minutes.Never;

    public SortedMinutes From(int index) => new(minutes[index..]);

    /// <summary>
    /// The index of the first minute later than <paramref name="at"/>; <see cref="Count"/> when there is none. Gallops from the last minute
    /// backwards: what is asked about lies ahead, so the past, which only grows, is not even read.
    /// </summary>
    public int FirstAfter(long at)
    {
        var (stride, to) = (1, minutes.Length);
        while (stride <= minutes.Length && minutes[^stride] > at)
        {
            to = minutes.Length - stride;
            stride *= 2;
        }
        return Search(at, Math.Max(minutes.Length - stride, 0), to);
    }

    /// <summary>The same, going on forwards from the index found for an earlier minute; -1 stands for none.</summary>
    public int FirstAfter(long at, int earlier)
    {
        if (earlier < 0) return FirstAfter(at);
        if (AtOrNever(earlier) > at) return earlier;
        // Mostly it is the next one.
        if (AtOrNever(earlier + 1) > at) return earlier + 1;

        var stride = 2;
        while (earlier + stride < minutes.Length && minutes[earlier + stride] <= at) stride *= 2;
        return Search(at, earlier + stride / 2, Math.Min(earlier + stride, minutes.Length));
    }

    private int Search(long at, int from, int to)
    {
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (minutes[middle] <= at) from = middle + 1;
            else to = middle;
        }
        return from;
    }
}
