using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>
/// When can it be? Working time − occupied time, by the rules. The same code answers what is shown and what may be committed:
/// <see cref="Slots(Candidate, LocalDate, LocalDate, Instant)"/> offers a start if and only if <see cref="Fits"/> accepts it.
/// </summary>
/// <remarks>
/// Starts are whole minutes. A local date is from its first instant in the zone to the next date's. Immutable, and safe to share between
/// threads; what it answers depends on its arguments alone.
/// </remarks>
public sealed class Availability(BookingRules rules, DateTimeZone zone)
{
    /// <summary>The lengths of visits for which a resource's starts are kept; services may be combined to any number of them.</summary>
    private const int MostVisitsKept = 64;

    private static readonly TimeRefusal[] Refusals = Enum.GetValues<TimeRefusal>();

    public BookingRules Rules => rules;
    public DateTimeZone Zone => zone;

    /// <summary>The starts on local dates from..to (both included), ascending.</summary>
    public List<Instant> Slots(Candidate candidate, LocalDate from, LocalDate to, Instant now)
    {
        var slots = new List<Instant>();
        Slots(candidate, from, to, now, slots);
        return slots;
    }

    /// <summary>As <see cref="Slots(Candidate, LocalDate, LocalDate, Instant)"/>, appended to <paramref name="into"/>.</summary>
    public void Slots(Candidate candidate, LocalDate from, LocalDate to, Instant now, List<Instant> into)
    {
        var sweep = new StartSweep(rules, zone, candidate, now);
        var (at, until) = Offered(from, to, now);
        var starts = new StartBuffer(rules.Step);
        while ((at = sweep.Next(at, until)) < until)
        {
            var last = sweep.RunsUntil(at, until);
            starts.AddRun(at, last);
            at = last + 1;
        }
        starts.MoveTo(into);
    }

    /// <summary>The starts that at least one candidate can take, ascending, each once («Любой специалист»).</summary>
    public List<Instant> SlotsOfAny(IReadOnlyList<Candidate> candidates, LocalDate from, LocalDate to, Instant now)
    {
        using var map = Map(candidates, from, to, now, out _);
        return map.ToList();
    }

    /// <summary>The dates from..to with at least one start for at least one candidate, ascending.</summary>
    public List<LocalDate> Days(IReadOnlyList<Candidate> candidates, LocalDate from, LocalDate to, Instant now)
    {
        using var map = Map(candidates, from, to, now, out var window);
        var days = new List<LocalDate>();
        for (var at = window.From; at < window.Until && (at = map.Next(at)) < window.Until; at = Minutes.StartOfDay(days[^1].PlusDays(1), zone))
            days.Add(Minutes.ToInstant(at).InZone(zone).Date);
        return days;
    }

    /// <summary>For every date from..to, how many starts there are that at least one candidate can take.</summary>
    public int[] CountByDay(IReadOnlyList<Candidate> candidates, LocalDate from, LocalDate to, Instant now)
    {
        using var map = Map(candidates, from, to, now, out var window);
        var counts = new int[Period.DaysBetween(from, to) + 1];
        var day = Minutes.StartOfDay(from, zone);
        for (var i = 0; i < counts.Length; i++)
        {
            var next = Minutes.StartOfNextDay(from.PlusDays(i), day, zone);
            counts[i] = map.Count(Math.Max(day, window.From), Math.Min(next, window.Until));
            day = next;
        }
        return counts;
    }

    /// <summary>The first start at or after now; null: none up to the horizon.</summary>
    public Instant? Nearest(Candidate candidate, Instant now) => Nearest(candidate, now, now);

    /// <summary>The first start at or after <paramref name="after"/>.</summary>
    public Instant? Nearest(Candidate candidate, Instant now, Instant after)
    {
        var sweep = new StartSweep(rules, zone, candidate, now);
        var until = OfferedTime.Until(rules, zone, now);
        var start = sweep.Next(Math.Max(OfferedTime.From(rules, now), Minutes.Ceiling(after)), until);
        return start < until ? Minutes.ToInstant(start) : null;
    }

    /// <summary>The starts nearest to a wanted one, ascending: the last before it on its date, and the first at or after it.</summary>
    /// <param name="count">Of all of them, at most; 1 or more.</param>
    /// <param name="apart">The least time between those after it; a minute or more.</param>
    public List<Instant> NearestAround(Candidate candidate, Instant wanted, Instant now, int count, Duration apart)
    {
        var date = wanted.InZone(zone).Date;
        var found = Slots(candidate, date, date, now).FindLast(start => start < wanted) is var before && before != default ? new List<Instant> { before } : [];
        for (var after = wanted; found.Count < count && Nearest(candidate, now, after) is { } next; after = next + apart) found.Add(next);
        return found;
    }

    /// <summary>May the visit start then? null: yes; else the first rule that forbids it.</summary>
    public TimeRefusal? Fits(Candidate candidate, Instant start, Instant now)
    {
        var question = new StartInQuestion(rules, zone, candidate, start, now);
        foreach (var rule in Refusals)
        {
            if (question.IsForbiddenBy(rule)) return rule;
        }
        return null;
    }

    /// <summary>Every rule that forbids this start, in the order of <see cref="TimeRefusal"/>; empty when it fits.</summary>
    public IReadOnlyList<TimeRefusal> Explain(Candidate candidate, Instant start, Instant now)
    {
        var question = new StartInQuestion(rules, zone, candidate, start, now);
        return [.. Refusals.Where(rule => question.IsForbiddenBy(rule))];
    }

    /// <summary>Which resource of each list in <see cref="Candidate.Also"/> serves a visit that fits: indexes into the lists, no resource twice; null when they cannot all be met.</summary>
    public IReadOnlyList<int>? Companions(Candidate candidate, Instant start, Instant now)
    {
        var chosen = new int[candidate.Also.Count];
        return new StartInQuestion(rules, zone, candidate, start, now).FindCompanions(chosen) ? chosen : null;
    }

    /// <param name="window">The part of from..to in which the rules offer anything.</param>
    private StartMap Map(IReadOnlyList<Candidate> candidates, LocalDate from, LocalDate to, Instant now, out (long From, long Until) window)
    {
        window = Offered(from, to, now);
        var starts = new PreparedStarts[candidates.Count];
        var unit = rules.Step;
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = Starts(candidates[i], window.From, window.Until, now);
            unit = (int)Minutes.GreatestDivisor(unit, starts[i].Unit);
        }
        var map = new StartMap(window.From, window.Until, unit);
        foreach (var one in starts) one.MarkOn(map, window.From, window.Until);
        return map;
    }

    /// <summary>All that a resource alone can be offered up to the horizon is found once, and asked about for as long as the resource stays as it is.</summary>
    private PreparedStarts Starts(Candidate candidate, long from, long until, Instant now)
    {
        if (candidate.Also.Count > 0 || rules is not { LeadTime: not null, HorizonDays: not null }) return Prepare(from, until);
        var kept = candidate.Resource.StartsBy(this, now);
        if (kept.TryGetValue(candidate.Visit, out var known) && known.Know(from, until)) return known;
        if (kept.Count >= MostVisitsKept) kept.Clear();
        return kept[candidate.Visit] = Prepare(OfferedTime.From(rules, now), OfferedTime.Until(rules, zone, now));

        PreparedStarts Prepare(long first, long end) => new(new StartSweep(rules, zone, candidate, now), rules.Step, first, end);
    }

    private (long From, long Until) Offered(LocalDate from, LocalDate to, Instant now) => (
        Math.Max(OfferedTime.From(rules, now), Minutes.StartOfDay(from, zone)),
        Math.Min(OfferedTime.Until(rules, zone, now), Minutes.StartOfDay(to.PlusDays(1), zone)));
}
