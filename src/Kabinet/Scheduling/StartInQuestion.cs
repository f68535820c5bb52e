using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>One start held against every rule. A start inside a minute is never on the grid; the rest is judged for all minutes it touches.</summary>
internal readonly struct StartInQuestion(BookingRules rules, DateTimeZone zone, Candidate candidate, Instant at, Instant now)
{
    private readonly long start = Minutes.Floor(at);
    private readonly Visit visit = Minutes.IsWhole(at) ? candidate.Visit : candidate.Visit with { Duration = candidate.Visit.Duration + 1 };

    public bool IsForbiddenBy(TimeRefusal rule) => rule switch
    {
        TimeRefusal.InThePast => rules.LeadTime is not null && at < now,
        TimeRefusal.TooSoon => rules.LeadTime is { } minutes && now <= at && at < now + Duration.FromMinutes(minutes),
        TimeRefusal.BeyondHorizon => start >= OfferedTime.Until(rules, zone, now),
        TimeRefusal.NotWorking => !Works() || !Companions.AllWork(start),
        TimeRefusal.OffGrid => IsOffGrid(),
        TimeRefusal.TimeTaken => IsTaken(),
        TimeRefusal.CompanionTaken => Companions.AllWork(start) && !Companions.CanMeet(start),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
    };

    public bool FindCompanions(Span<int> chosen) => Companions.Find(start, chosen);

    private CompanionSearch Companions => new(candidate, visit, now);
    private SortedRanges Working => candidate.Resource.Working.Ranges;

    private bool Works() => Working.Covers(start, start + visit.Duration);

    private bool IsTaken() => candidate.Resource.Load(now).Full
        .Overlaps(start - visit.BufferBefore, start + visit.Duration + visit.BufferAfter);

    /// <summary>A grid is a matter of working time: outside it no start is off it.</summary>
    private bool IsOffGrid()
    {
        var range = Working.FirstFinishingAfter(start);
        if (range == Working.Count || start < Working.Start(range)) return false;
        if (!Minutes.IsWhole(at)) return true;

        var grid = new GridLine(rules, zone, candidate.Resource.Load(now), visit);
        return grid.Next(start, Working.Start(range), Working.Finish(range)) != start;
    }
}
