using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>The starts one candidate can be offered, ascending: free time, on the grid, with company. Forward only.</summary>
internal struct StartSweep(BookingRules rules, DateTimeZone zone, Candidate candidate, Instant now)
{
    private FreeStarts free = new(candidate.Resource.Working.Ranges, candidate.Resource.Load(now).Full, candidate.Visit);
    private GridLine grid = new(rules, zone, candidate.Resource.Load(now), candidate.Visit);
    private readonly CompanionSearch companions = new(candidate, candidate.Visit, now);

    /// <summary>The first start at or after <paramref name="at"/> and before <paramref name="until"/>; <see cref="Minutes.Never"/> when there is none.</summary>
    public long Next(long at, long until)
    {
        while (at < until && free.Seek(at))
        {
            at = Math.Max(at, free.First);
            if (at >= until) break;
            var start = grid.Next(at, free.WorkingStart, free.WorkingFinish);
            if (start > free.Last)
            {
                at = free.Last + 1;
                continue;
            }
            if (start >= until) break;
            if (companions.CanMeet(start)) return start;
            at = companions.NextChange(start);
        }
        return Minutes.Never;
    }

    /// <summary>
    /// Up to which minute, before <paramref name="until"/>, every step after <paramref name="start"/>, which was found last, is a start too:
    /// a run that need not be searched one by one.
    /// </summary>
    public readonly long RunsUntil(long start, long until) =>
        companions.AreNeeded ? start : Math.Min(Math.Min(free.Last, grid.RegularUntil(start)), until - 1);
}
