using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>Working time of one day: from a local time for so many minutes of wall clock, which may run past midnight.</summary>
/// <param name="From">Local start.</param>
/// <param name="Minutes">Wall-clock length, 1 to 1440.</param>
public readonly record struct WorkingInterval(LocalTime From, int Minutes)
{
    /// <summary>09:00–18:00; a finish at or before the start is on the next day.</summary>
    public static WorkingInterval Between(LocalTime from, LocalTime to) => throw new NotImplementedException();
}

/// <summary>График работы: when a resource works.</summary>
public abstract record WorkSchedule
{
    /// <summary>The intervals that begin on <paramref name="date"/>, in order; empty on a day off.</summary>
    public abstract IReadOnlyList<WorkingInterval> On(LocalDate date);
}

/// <summary>Intervals by day of the week: five-day and six-day weeks are this.</summary>
public sealed record WeeklySchedule : WorkSchedule
{
    /// <param name="days">Seven lists, Monday first.</param>
    public WeeklySchedule(IReadOnlyList<IReadOnlyList<WorkingInterval>> days) => throw new NotImplementedException();
    public static WeeklySchedule FiveDay(params WorkingInterval[] intervals) => throw new NotImplementedException();
    public static WeeklySchedule SixDay(params WorkingInterval[] intervals) => throw new NotImplementedException();
    public override IReadOnlyList<WorkingInterval> On(LocalDate date) => throw new NotImplementedException();
}

/// <summary>A cycle of N days that repeats from a start date (2/2, 3/1 …); before that date nothing.</summary>
public sealed record ShiftSchedule : WorkSchedule
{
    public ShiftSchedule(LocalDate start, IReadOnlyList<IReadOnlyList<WorkingInterval>> cycle) => throw new NotImplementedException();
    public override IReadOnlyList<WorkingInterval> On(LocalDate date) => throw new NotImplementedException();
}

/// <summary>Only the days listed.</summary>
public sealed record CalendarSchedule : WorkSchedule
{
    public CalendarSchedule(IReadOnlyDictionary<LocalDate, IReadOnlyList<WorkingInterval>> days) => throw new NotImplementedException();
    public override IReadOnlyList<WorkingInterval> On(LocalDate date) => throw new NotImplementedException();
}

/// <summary>Отклонение от графика: replaces one day of a resource's schedule; no intervals = not working.</summary>
public sealed record ScheduleDeviation(LocalDate Date, IReadOnlyList<WorkingInterval> Intervals);
