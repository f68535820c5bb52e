using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>
/// When can it be? Working time − occupied time, by the rules. The same code answers what is shown and what may be committed:
/// <see cref="Slots(Candidate, LocalDate, LocalDate, Instant)"/> offers a start if and only if <see cref="Fits"/> accepts it.
/// </summary>
public sealed class Availability(BookingRules rules, DateTimeZone zone)
{
    public BookingRules Rules => rules;
    public DateTimeZone Zone => zone;

    /// <summary>The starts on local dates from..to (both included), ascending.</summary>
    public List<Instant> Slots(Candidate candidate, LocalDate from, LocalDate to, Instant now) => throw new NotImplementedException();

    /// <summary>As <see cref="Slots(Candidate, LocalDate, LocalDate, Instant)"/>, appended to <paramref name="into"/>.</summary>
    public void Slots(Candidate candidate, LocalDate from, LocalDate to, Instant now, List<Instant> into) => throw new NotImplementedException();

    /// <summary>The starts that at least one candidate can take, ascending, each once («Любой специалист»).</summary>
    public List<Instant> SlotsOfAny(IReadOnlyList<Candidate> candidates, LocalDate from, LocalDate to, Instant now) => throw new NotImplementedException();

    /// <summary>The dates from..to with at least one start for at least one candidate, ascending.</summary>
    public List<LocalDate> Days(IReadOnlyList<Candidate> candidates, LocalDate from, LocalDate to, Instant now) => throw new NotImplementedException();

    /// <summary>The first start at or after now; null: none up to the horizon.</summary>
    public Instant? Nearest(Candidate candidate, Instant now) => throw new NotImplementedException();

    /// <summary>The first start at or after <paramref name="after"/>.</summary>
    public Instant? Nearest(Candidate candidate, Instant now, Instant after) => throw new NotImplementedException();

    /// <summary>May the visit start then? null: yes; else the first rule that forbids it.</summary>
    public TimeRefusal? Fits(Candidate candidate, Instant start, Instant now) => throw new NotImplementedException();

    /// <summary>Every rule that forbids this start; empty when it fits.</summary>
    public IReadOnlyList<TimeRefusal> Explain(Candidate candidate, Instant start, Instant now) => throw new NotImplementedException();

    /// <summary>Which resource of each list in <see cref="Candidate.Also"/> serves a visit that fits: indexes into the lists, no resource twice; null when they cannot all be met.</summary>
    public IReadOnlyList<int>? Companions(Candidate candidate, Instant start, Instant now) => throw new NotImplementedException();
}
