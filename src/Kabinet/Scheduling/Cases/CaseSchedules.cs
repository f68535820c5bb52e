using NodaTime;
using NodaTime.Text;

namespace Kabinet.Scheduling.Cases;

/// <summary>Reads schedules and deviations of a case file; their form is described in docs/availability-cases.md.</summary>
internal static class CaseSchedules
{
    private static readonly LocalTimePattern TimeOfDay = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static WorkSchedule Schedule(CaseNode node)
    {
        var kind = node.Required("kind");
        return kind.Text() switch
        {
            "fiveDay" => WeeklySchedule.FiveDay(Intervals(node.Required("intervals"))),
            "sixDay" => WeeklySchedule.SixDay(Intervals(node.Required("intervals"))),
            "weekly" => Weekly(node.Required("days")),
            "shift" => new ShiftSchedule(CaseTime.Date(node.Required("start")), Cycle(node.Required("cycle"))),
            "calendar" => new CalendarSchedule(ByDate(node.Required("days"))),
            _ => throw kind.Wrong("fiveDay, sixDay, weekly, shift or calendar"),
        };
    }

    public static IEnumerable<ScheduleDeviation> Deviations(CaseNode? node) =>
        node is { } days ? ByDate(days).Select(day => new ScheduleDeviation(day.Key, day.Value)) : [];

    private static WeeklySchedule Weekly(CaseNode node)
    {
        var days = new IReadOnlyList<WorkingInterval>[7];
        Array.Fill(days, []);
        foreach (var (name, value) in node.Properties())
        {
            var day = Array.IndexOf(Weekdays, name);
            if (day < 0) throw new FormatException($"{value.Path}: expected a day of the week: {string.Join(", ", Weekdays)}");
            days[day] = Intervals(value);
        }
        return new(days);
    }

    private static WorkingInterval[][] Cycle(CaseNode node)
    {
        var days = node.Items();
        return days.Count > 0 ? [.. days.Select(Intervals)] : throw node.Wrong("a day or more");
    }

    private static Dictionary<LocalDate, IReadOnlyList<WorkingInterval>> ByDate(CaseNode node)
    {
        var days = new Dictionary<LocalDate, IReadOnlyList<WorkingInterval>>();
        foreach (var (name, value) in node.Properties())
        {
            var date = LocalDatePattern.Iso.Parse(name);
            if (!date.Success) throw new FormatException($"{value.Path}: expected a date such as 2026-03-02");
            days[date.Value] = Intervals(value);
        }
        return days;
    }

    private static WorkingInterval[] Intervals(CaseNode node) => [.. node.Items().Select(Interval)];

    private static WorkingInterval Interval(CaseNode node)
    {
        var ends = node.Items();
        if (ends.Count != 2) throw node.Wrong("a pair of times such as [\"09:00\", \"18:00\"]");
        return WorkingInterval.Between(Time(ends[0]), Time(ends[1]));
    }

    /// <summary>24:00 is midnight, from which an interval's length is counted all the same.</summary>
    private static LocalTime Time(CaseNode node)
    {
        if (node.Text() == "24:00") return LocalTime.Midnight;
        var result = TimeOfDay.Parse(node.Text());
        return result.Success ? result.Value : throw node.Wrong("a time of day such as 09:00");
    }
}
