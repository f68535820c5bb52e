using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>Отклонение от графика: replaces one day of a resource's schedule; no intervals = not working.</summary>
/// <param name="Date">The day whose intervals are replaced: those that begin on it, with their run past midnight.</param>
/// <param name="Intervals">What takes their place.</param>
public sealed record ScheduleDeviation(LocalDate Date, IReadOnlyList<WorkingInterval> Intervals)
{
    public bool Equals(ScheduleDeviation? other) =>
        other is not null && Date == other.Date && Intervals.SequenceEqual(other.Intervals);

    public override int GetHashCode() => HashCode.Combine(Date, Intervals.Count);
}
