namespace Kabinet.Scheduling;

/// <summary>
/// The starts at which one resource can take a visit, as closed ranges of minutes First..Last, whatever the grid: the body inside working
/// time, the occupied range clear of what is full. One merged sweep over both, forward only.
/// </summary>
internal struct FreeStarts(SortedRanges working, SortedRanges full, Visit visit)
{
    private int range = -1;
    private int obstacle = -1;

    public long First { get; private set; } = Minutes.Never;
    public long Last { get; private set; } = long.MinValue;

    /// <summary>The working range in which First..Last lies.</summary>
    public readonly long WorkingStart => working.Start(range);
    public readonly long WorkingFinish => working.Finish(range);

    /// <summary>
    /// Goes to the first range that has a start at or after <paramref name="at"/>; false, with First at <see cref="Minutes.Never"/>, when
    /// there is none. <paramref name="at"/> never goes back from one call to the next.
    /// </summary>
    public bool Seek(long at)
    {
        if (at <= Last) return true;

        range = working.FirstFinishingAfter(at, range);
        while (range < working.Count)
        {
            First = Math.Max(at, working.Start(range));
            if (SeekInside(working.Finish(range) - visit.Duration)) return true;
            range++;
        }
        (First, Last) = (Minutes.Never, long.MinValue);
        return false;
    }

    private bool SeekInside(long last)
    {
        while (First <= last)
        {
            obstacle = full.FirstFinishingAfter(First - visit.BufferBefore, obstacle);
            var latest = full.StartOrNever(obstacle) - visit.BufferAfter - visit.Duration;
            Last = Math.Min(last, latest);
            if (First <= Last) return true;
            First = full.Finish(obstacle) + visit.BufferBefore;
        }
        return false;
    }
}
