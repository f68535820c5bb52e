using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>
/// When a resource works, as instants: sorted, disjoint, touching ones joined. The one converter from local schedules: a working
/// interval is cut at a gap of the clock, both passes of a repeated hour belong to it.
/// </summary>
public sealed class WorkingTime
{
    public static WorkingTime Never { get; } = new();

    /// <summary>The working time that <paramref name="schedule"/> with its deviations gives on the local dates from..to, both included
    /// (with the part of the day before that runs past midnight).</summary>
    public static WorkingTime From(WorkSchedule schedule, IEnumerable<ScheduleDeviation> deviations, DateTimeZone zone, LocalDate from, LocalDate to) =>
        throw new NotImplementedException();

    /// <summary>From local ranges, which may touch, overlap and cross midnight.</summary>
    public static WorkingTime From(IEnumerable<(LocalDateTime Start, LocalDateTime Finish)> ranges, DateTimeZone zone) => throw new NotImplementedException();

    /// <summary>The ranges inside the window, in order.</summary>
    public IEnumerable<TimeRange> Within(TimeRange window) => throw new NotImplementedException();

    /// <summary>Is the whole range working time?</summary>
    public bool Covers(TimeRange range) => throw new NotImplementedException();
}
