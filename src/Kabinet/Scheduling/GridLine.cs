using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>The starts that a company's grid allows, in minutes; asked in ascending order it looks a zone's offset up once a clock change.</summary>
internal struct GridLine(BookingRules rules, DateTimeZone zone, OccupiedLoad load, Visit visit)
{
    private long offsetFrom = Minutes.Never;
    private long offsetUntil = -Minutes.Never;
    private long offset;
    private int finishBefore = -1;
    private int startAfter = -1;

    /// <summary>The first start of the grid at or after <paramref name="at"/>, which lies in the working range given; may lie after it.</summary>
    public long Next(long at, long workingStart, long workingFinish) => rules.Grid switch
    {
        StartGrid.Window => workingStart + RoundUp(at - workingStart),
        StartGrid.Clock => NextByClock(at),
        _ => NextTouching(at, workingStart, workingFinish),
    };

    /// <summary>Up to which minute the starts after <paramref name="start"/>, which was found last, follow it step by step.</summary>
    public readonly long RegularUntil(long start) => rules.Grid switch
    {
        StartGrid.Window => Minutes.Never,
        StartGrid.Clock when Minutes.PerDay % rules.Step == 0 => offsetUntil - 1,
        StartGrid.Clock => Math.Min(offsetUntil, start - TimeOfDay(start) + Minutes.PerDay) - 1,
        _ => start,
    };

    private readonly long RoundUp(long minutes) => Minutes.Quotient(minutes + rules.Step - 1, rules.Step) * rules.Step;

    private long NextByClock(long at)
    {
        while (true)
        {
            if (at < offsetFrom || offsetUntil <= at) ReadOffset(at);
            var timeOfDay = TimeOfDay(at);
            // The count begins anew at every midnight, also where the step does not divide the day.
            var next = at - timeOfDay + Math.Min(RoundUp(timeOfDay), Minutes.PerDay);
            if (next < offsetUntil) return next;
            at = offsetUntil;
        }
    }

    private readonly long TimeOfDay(long at) => ((at + offset) % Minutes.PerDay + Minutes.PerDay) % Minutes.PerDay;

    private void ReadOffset(long at)
    {
        var line = zone.GetZoneInterval(Minutes.ToInstant(at));
        offset = line.WallOffset.Seconds / 60;
        offsetFrom = line.HasStart ? Minutes.Ceiling(line.Start) : -Minutes.Never;
        offsetUntil = line.HasEnd ? Minutes.Ceiling(line.End) : Minutes.Never;
    }

    private long NextTouching(long at, long workingStart, long workingFinish)
    {
        var (before, after) = (visit.BufferBefore, visit.Duration + visit.BufferAfter);
        finishBefore = load.Finishes.FirstAfter(at - before - 1, finishBefore);
        startAfter = load.Starts.FirstAfter(at + after - 1, startAfter);
        var next = Math.Min(load.Finishes.AtOrNever(finishBefore) + before, load.Starts.AtOrNever(startAfter) - after);
        if (at <= workingStart) next = Math.Min(next, workingStart);
        if (at <= workingFinish - visit.Duration) next = Math.Min(next, workingFinish - visit.Duration);
        return next;
    }
}
