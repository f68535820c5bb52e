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
        var sweep = new SweepOfAny(rules, zone, candidates, now);
        var (at, until) = Offered(from, to, now);
        var starts = new StartBuffer(rules.Step);
        while ((at = sweep.Next(at, until)) < until) starts.Add(at++);
        var slots = new List<Instant>();
        starts.MoveTo(slots);
        return slots;
    }

    /// <summary>The dates from..to with at least one start for at least one candidate, ascending.</summary>
    public List<LocalDate> Days(IReadOnlyList<Candidate> candidates, LocalDate from, LocalDate to, Instant now)
    {
        var sweep = new SweepOfAny(rules, zone, candidates, now);
        var (at, until) = Offered(from, to, now);
        var days = new List<LocalDate>();
        while ((at = sweep.Next(at, until)) < until)
        {
            days.Add(Minutes.ToInstant(at).InZone(zone).Date);
            at = Minutes.StartOfDay(days[^1].PlusDays(1), zone);
        }
        return days;
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

    private (long From, long Until) Offered(LocalDate from, LocalDate to, Instant now) => (
        Math.Max(OfferedTime.From(rules, now), Minutes.StartOfDay(from, zone)),
        Math.Min(OfferedTime.Until(rules, zone, now), Minutes.StartOfDay(to.PlusDays(1), zone)));
}
