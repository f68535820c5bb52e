using Kabinet.Shell;
using NodaTime;
using NodaTime.Text;

namespace Kabinet.Scheduling;

/// <summary>A work schedule as it stands on the screen: what was typed for each kind stays while one looks at another.</summary>
public sealed class WorkScheduleDraft
{
    private const string UsualHours = "9:00–18:00", LongHours = "9:00–21:00";

    public string Name { get; set; } = "";
    public ScheduleKind Kind { get; set; }
    public bool IsArchived { get; set; }
    public bool IsOffOnHolidays { get; set; }

    /// <summary>Of five-day and six-day weeks.</summary>
    public string EveryDay { get; set; } = UsualHours;

    /// <summary>Monday first.</summary>
    public string[] Week { get; private init; } = [UsualHours, UsualHours, UsualHours, UsualHours, UsualHours, "", ""];
    public List<string> Cycle { get; private init; } = [LongHours, LongHours, "", ""];

    /// <summary>ISO, as the field gives it.</summary>
    public string Start { get; set; } = "";
    public SortedDictionary<LocalDate, string> Dates { get; private init; } = [];

    /// <param name="today">Where a new cycle begins.</param>
    public static WorkScheduleDraft Of(WorkScheduleForm form, LocalDate today)
    {
        var isNew = form.Days.Count == 0 && form.Dates is null;
        return new()
        {
            Name = form.Name ?? "",
            Kind = form.Kind,
            IsArchived = form.IsArchived,
            IsOffOnHolidays = form.IsOffOnHolidays,
            EveryDay = !isNew && form.Kind is ScheduleKind.FiveDay or ScheduleKind.SixDay && form.Days.Count > 0 ? form.Days[0] : UsualHours,
            Week = WeekOf(form) ?? [UsualHours, UsualHours, UsualHours, UsualHours, UsualHours, "", ""],
            Cycle = form.Kind == ScheduleKind.Shift ? [.. form.Days] : [LongHours, LongHours, "", ""],
            Start = LocalDatePattern.Iso.Format(form.Start ?? today),
            Dates = new(form.Dates?.ToDictionary() ?? []),
        };
    }

    public WorkScheduleForm Form => Typed with { IsOffOnHolidays = IsOffOnHolidays && Kind != ScheduleKind.Calendar };

    private WorkScheduleForm Typed => Kind switch
    {
        ScheduleKind.FiveDay or ScheduleKind.SixDay => new(Name, Kind, [EveryDay], IsArchived: IsArchived),
        ScheduleKind.Weekly => new(Name, Kind, [.. Week], IsArchived: IsArchived),
        ScheduleKind.Shift => new(Name, Kind, [.. Cycle], TypedDate.Read(Start), IsArchived: IsArchived),
        _ => new(Name, Kind, [], Dates: Dates.ToDictionary(), IsArchived: IsArchived),
    };

    /// <summary>What is typed for the date so far, right or wrong; empty: a day off.</summary>
    public string HoursOn(LocalDate date) => Form.IsOffOnHolidays && RussianHolidays.On(date) is not null ? "" : UsualHoursOn(date);

    private string UsualHoursOn(LocalDate date) => Kind switch
    {
        ScheduleKind.FiveDay => date.DayOfWeek <= IsoDayOfWeek.Friday ? EveryDay : "",
        ScheduleKind.SixDay => date.DayOfWeek <= IsoDayOfWeek.Saturday ? EveryDay : "",
        ScheduleKind.Weekly => Week[(int)date.DayOfWeek - 1],
        ScheduleKind.Shift => Cycle.Count > 0 && TypedDate.Read(Start) is { } start && start <= date ? Cycle[Period.DaysBetween(start, date) % Cycle.Count] : "",
        _ => Dates.GetValueOrDefault(date, ""),
    };

    /// <summary>So many days of work and so many of rest.</summary>
    public void Repeat(string hours, int working, int resting)
    {
        Cycle.Clear();
        Cycle.AddRange([.. Enumerable.Repeat(hours, working), .. Enumerable.Repeat("", resting)]);
    }

    private static string[]? WeekOf(WorkScheduleForm form) => (form.Kind, form.Days.Count) switch
    {
        (ScheduleKind.FiveDay, > 0) => [.. Enumerable.Repeat(form.Days[0], 5), "", ""],
        (ScheduleKind.SixDay, > 0) => [.. Enumerable.Repeat(form.Days[0], 6), ""],
        (ScheduleKind.Weekly, > 0) => [.. form.Days],
        _ => null,
    };
}
