using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>Only the days listed.</summary>
public sealed record CalendarSchedule : WorkSchedule
{
    private readonly LocalDate[] dates;
    private readonly WorkingInterval[][] days;

    public CalendarSchedule(IReadOnlyDictionary<LocalDate, IReadOnlyList<WorkingInterval>> days)
    {
        dates = [.. days.Keys.Order()];
        this.days = WorkingInterval.InOrder(dates.Select(date => days[date]));
    }

    public IReadOnlyDictionary<LocalDate, IReadOnlyList<WorkingInterval>> Days =>
        dates.Zip(days, (date, intervals) => (date, intervals)).ToDictionary(day => day.date, IReadOnlyList<WorkingInterval> (day) => day.intervals);

    public override IReadOnlyList<WorkingInterval> On(LocalDate date)
    {
        var index = Array.BinarySearch(dates, date);
        return index < 0 ? [] : days[index];
    }

    public bool Equals(CalendarSchedule? other) =>
        other is not null && dates.AsSpan().SequenceEqual(other.dates) && AreSame(days, other.days);

    public override int GetHashCode() => HashOf(days);
}
