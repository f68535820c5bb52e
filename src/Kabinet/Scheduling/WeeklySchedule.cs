using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>Intervals by day of the week: five-day and six-day weeks are this.</summary>
public sealed record WeeklySchedule : WorkSchedule
{
    private readonly WorkingInterval[][] days;

    /// <param name="days">Seven lists, Monday first.</param>
    public WeeklySchedule(IReadOnlyList<IReadOnlyList<WorkingInterval>> days)
    {
        if (days.Count != 7) throw new ArgumentException("A week has seven days.", nameof(days));
        this.days = WorkingInterval.InOrder(days);
    }

    /// <summary>Seven lists, Monday first.</summary>
    public IReadOnlyList<IReadOnlyList<WorkingInterval>> Days => days;

    /// <summary>Monday to Friday.</summary>
    public static WeeklySchedule FiveDay(params WorkingInterval[] intervals) => WorkingDays(5, intervals);

    /// <summary>Monday to Saturday.</summary>
    public static WeeklySchedule SixDay(params WorkingInterval[] intervals) => WorkingDays(6, intervals);

    public override IReadOnlyList<WorkingInterval> On(LocalDate date) => days[(int)date.DayOfWeek - 1];

    public bool Equals(WeeklySchedule? other) => other is not null && AreSame(days, other.days);

    public override int GetHashCode() => HashOf(days);

    private static WeeklySchedule WorkingDays(int count, WorkingInterval[] intervals) =>
        new([.. Enumerable.Range(0, 7).Select(day => day < count ? intervals : [])]);
}
