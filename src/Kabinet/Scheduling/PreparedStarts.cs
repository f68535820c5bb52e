namespace Kabinet.Scheduling;

/// <summary>
/// The starts one candidate can be offered within a window, found once and kept: runs of equal steps, ascending. A later question costs
/// as much as there are runs in the part it is about.
/// </summary>
internal sealed class PreparedStarts
{
    private readonly SortedRanges runs;
    private readonly int step;
    private readonly long from;
    private readonly long until;

    /// <param name="sweep">At its beginning.</param>
    /// <param name="from">The first minute of the window.</param>
    /// <param name="until">The first minute after it.</param>
    public PreparedStarts(StartSweep sweep, int step, long from, long until)
    {
        (this.step, this.from, this.until) = (step, from, until);
        runs = Find(sweep, from, until);
        Unit = DivisorOfAll();
    }

    /// <summary>The greatest number of minutes that divides the step and every start: the coarsest clock that shows them all.</summary>
    public int Unit { get; }

    /// <summary>Are all starts of that window among these?</summary>
    public bool Know(long first, long end) => from <= first && end <= until;

    /// <summary>Marks the starts from <paramref name="first"/> on and before <paramref name="end"/>.</summary>
    public void MarkOn(StartMap map, long first, long end)
    {
        for (var i = runs.FirstFinishingAfter(first); i < runs.Count && runs.Start(i) < end; i++)
        {
            var start = runs.Start(i);
            if (start < first) start += Steps(first - start + step - 1) * step;
            var last = Math.Min(runs.Finish(i), end) - 1;
            if (start <= last) map.Mark(start, (int)Steps(last - start) + 1, step);
        }
    }

    private SortedRanges Find(StartSweep sweep, long at, long end)
    {
        var found = new List<(long Start, long Finish)>();
        while ((at = sweep.Next(at, end)) < end)
        {
            var last = at + Steps(sweep.RunsUntil(at, end) - at) * step;
            // The next start after a run may be its next step.
            var goesOn = found.Count > 0 && found[^1].Finish - 1 + step == at;
            if (goesOn) found[^1] = (found[^1].Start, last + 1);
            else found.Add((at, last + 1));
            at = last + 1;
        }
        return SortedRanges.FromJoined(found);
    }

    private long Steps(long minutes) => Minutes.Quotient(minutes, step);

    private int DivisorOfAll()
    {
        long divisor = step;
        for (var i = 0; i < runs.Count && divisor > 1; i++) divisor = Minutes.GreatestDivisor(divisor, Math.Abs(runs.Start(i)));
        return (int)divisor;
    }
}
