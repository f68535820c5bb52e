using Kabinet.Scheduling;
using Kabinet.Shell;
using NodaTime;
using NodaTime.Text;

namespace Kabinet.Exchange.Import;

/// <summary>Work schedules of a company file, in the same form as those of availability cases.</summary>
internal sealed class CheckSchedules(FileProblems problems)
{
    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The schedule; one without hours when it is wrong.</summary>
    public WorkSchedule Run(string path, ScheduleEntry entry)
    {
        problems.CheckName($"{path}.name", entry.Name);
        CheckFields(path, entry);
        if (entry is { OffOnHolidays: true, Kind: ScheduleKind.Calendar }) problems.Add($"{path}.offOnHolidays", "a calendar schedule says of each date itself");
        WorkSchedule usual = entry.Kind switch
        {
            ScheduleKind.FiveDay => WeeklySchedule.FiveDay([.. Intervals(entry.Intervals)]),
            ScheduleKind.SixDay => WeeklySchedule.SixDay([.. Intervals(entry.Intervals)]),
            ScheduleKind.Weekly => Weekly(path, entry.Days ?? []),
            ScheduleKind.Shift => new ShiftSchedule(Sensible($"{path}.start", entry.Start ?? new LocalDate(2000, 1, 1)), Cycle(path, entry.Cycle)),
            ScheduleKind.Calendar => new CalendarSchedule(ByDate(path, entry.Days ?? [])),
            _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Kind, "Unknown kind of schedule"),
        };
        return entry.OffOnHolidays ? new OffOnHolidays(usual) : usual;
    }

    public static IReadOnlyList<WorkingInterval> Intervals(IReadOnlyList<Hours>? hours) => [.. (hours ?? []).Select(one => one.Interval)];

    public LocalDate Sensible(string path, LocalDate date)
    {
        if (!TypedDate.IsSensible(date)) problems.Add(path, $"the year {date.Year} is out of this world");
        return date;
    }

    /// <summary>What the kind needs must be there, and nothing that it does not know.</summary>
    private void CheckFields(string path, ScheduleEntry entry)
    {
        var kind = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(entry.Kind.ToString());
        string[] wanted = entry.Kind switch
        {
            ScheduleKind.FiveDay or ScheduleKind.SixDay => ["intervals"],
            ScheduleKind.Shift => ["start", "cycle"],
            _ => ["days"],
        };
        foreach (var (name, value) in new (string, object?)[] { ("intervals", entry.Intervals), ("days", entry.Days), ("start", entry.Start), ("cycle", entry.Cycle) })
        {
            if (wanted.Contains(name) && value is null) problems.Add($"{path}.{name}", $"is missing: a {kind} schedule has it");
            if (!wanted.Contains(name) && value is not null) problems.Add($"{path}.{name}", $"a {kind} schedule has none");
        }
    }

    private WeeklySchedule Weekly(string path, Dictionary<string, IReadOnlyList<Hours>> days)
    {
        foreach (var name in days.Keys.Except(Weekdays)) problems.Add($"{path}.days.{name}", $"is no day of the week: {string.Join(", ", Weekdays)}");
        return new([.. Weekdays.Select(name => Intervals(days.GetValueOrDefault(name)))]);
    }

    private IReadOnlyList<IReadOnlyList<WorkingInterval>> Cycle(string path, IReadOnlyList<IReadOnlyList<Hours>>? cycle)
    {
        if (cycle is { Count: 0 }) problems.Add($"{path}.cycle", "has no day");
        return cycle is { Count: > 0 } ? [.. cycle.Select(Intervals)] : [[]];
    }

    private Dictionary<LocalDate, IReadOnlyList<WorkingInterval>> ByDate(string path, Dictionary<string, IReadOnlyList<Hours>> days)
    {
        var dates = new Dictionary<LocalDate, IReadOnlyList<WorkingInterval>>();
        foreach (var (name, hours) in days)
        {
            if (LocalDatePattern.Iso.Parse(name).TryGetValue(default, out var date)) dates[Sensible($"{path}.days.{name}", date)] = Intervals(hours);
            else problems.Add($"{path}.days.{name}", "is no date such as 2026-03-02");
        }
        return dates;
    }
}
