using Kabinet.Resources;
using Kabinet.Shell;
using NodaTime;
using NodaTime.Text;

namespace Kabinet.Scheduling;

/// <summary>What staff write of a work schedule, unchecked: the hours of each day as <see cref="TypedHours"/> reads them.</summary>
/// <param name="Days">Five-day and six-day: one text; weekly: seven, Monday first; shift: each day of the cycle; calendar: none.</param>
/// <param name="Start">The date of a cycle's first day; null: not a shift schedule, or no date was typed.</param>
/// <param name="Dates">The dates of a calendar schedule with their hours.</param>
/// <param name="IsOffOnHolidays">«В праздники не работает»; a calendar schedule says of each date itself.</param>
public sealed record WorkScheduleForm(
    string? Name, ScheduleKind Kind, IReadOnlyList<string> Days, LocalDate? Start = null, IReadOnlyDictionary<LocalDate, string>? Dates = null, bool IsArchived = false,
    bool IsOffOnHolidays = false)
{
    public const int MaxNameLength = 100, MaxCycle = 366;

    public static WorkScheduleForm Of(NamedSchedule known) => Of(known.Schedule) with { Name = known.Name, IsArchived = known.IsArchived };

    /// <summary>Do both say the same? What the kind does not know does not matter.</summary>
    public bool IsSameAs(WorkScheduleForm other) =>
        (Name, Kind, IsArchived) == (other.Name, other.Kind, other.IsArchived) && (Kind == ScheduleKind.Shift ? Start == other.Start : true)
        && (Kind == ScheduleKind.Calendar ? SameDates(other) : Days.SequenceEqual(other.Days) && IsOffOnHolidays == other.IsOffOnHolidays);

    /// <summary>The schedule, or what is wrong with the form, field by field: name, start, days, days.2, dates.2026-03-02.</summary>
    public Outcome<WorkSchedule> Check()
    {
        List<Refusal> refusals = [];
        if (string.IsNullOrWhiteSpace(Name)) refusals.Add(new Refusal(RefusalReason.NameEmpty, "name"));
        if (Name?.Trim().Length > MaxNameLength) refusals.Add(new Refusal(RefusalReason.NameTooLong, "name"));
        if (Kind == ScheduleKind.Shift && (Start is not { } start || !TypedDate.IsSensible(start))) refusals.Add(new Refusal(RefusalReason.DateInvalid, "start"));
        if (Kind == ScheduleKind.Shift && Days.Count is 0 or > MaxCycle) refusals.Add(new Refusal(RefusalReason.CycleInvalid, "cycle"));

        var days = Kind == ScheduleKind.Calendar ? [] : Read(Days.Select((text, day) => (text, FormattableString.Invariant($"days.{day}"))), refusals);
        var dates = Kind == ScheduleKind.Calendar ? Dates ?? new Dictionary<LocalDate, string>() : new Dictionary<LocalDate, string>();
        var ofDates = Read(dates.Select(day => (day.Value, "dates." + LocalDatePattern.Iso.Format(day.Key))), refusals);
        if (refusals.Count == 0 && days.Concat(ofDates).All(day => day.Count == 0)) refusals.Add(new Refusal(RefusalReason.ScheduleEmpty, "days"));
        if (refusals.Count > 0) return refusals;
        var schedule = Make(days, dates.Keys.Zip(ofDates).ToDictionary(day => day.First, day => day.Second));
        return IsOffOnHolidays && Kind != ScheduleKind.Calendar ? new OffOnHolidays(schedule) : schedule;
    }

    private static List<IReadOnlyList<WorkingInterval>> Read(IEnumerable<(string Text, string Field)> days, List<Refusal> refusals) => [.. days.Select(day =>
    {
        var hours = TypedHours.Read(day.Text, day.Field);
        refusals.AddRange(hours.Refusals);
        return hours.IsRefused ? [] : hours.Value;
    })];

    private WorkSchedule Make(List<IReadOnlyList<WorkingInterval>> days, Dictionary<LocalDate, IReadOnlyList<WorkingInterval>> dates) => Kind switch
    {
        ScheduleKind.FiveDay => WeeklySchedule.FiveDay([.. days[0]]),
        ScheduleKind.SixDay => WeeklySchedule.SixDay([.. days[0]]),
        ScheduleKind.Weekly => new WeeklySchedule(days),
        ScheduleKind.Shift => new ShiftSchedule(Start!.Value, days),
        ScheduleKind.Calendar => new CalendarSchedule(dates),
        _ => throw new InvalidOperationException($"Unknown kind of schedule {Kind}"),
    };

    private static WorkScheduleForm Of(WorkSchedule schedule) => schedule switch
    {
        OffOnHolidays off => Of(off.Usual) with { IsOffOnHolidays = true },
        WeeklySchedule weekly when weekly == WeeklySchedule.FiveDay([.. weekly.Days[0]]) => new("", ScheduleKind.FiveDay, [TypedHours.Of(weekly.Days[0])]),
        WeeklySchedule weekly when weekly == WeeklySchedule.SixDay([.. weekly.Days[0]]) => new("", ScheduleKind.SixDay, [TypedHours.Of(weekly.Days[0])]),
        WeeklySchedule weekly => new("", ScheduleKind.Weekly, [.. weekly.Days.Select(TypedHours.Of)]),
        ShiftSchedule shift => new("", ScheduleKind.Shift, [.. shift.Cycle.Select(TypedHours.Of)], shift.Start),
        CalendarSchedule calendar => new("", ScheduleKind.Calendar, [], Dates: calendar.Days.ToDictionary(day => day.Key, day => TypedHours.Of(day.Value))),
        _ => throw new ArgumentOutOfRangeException(nameof(schedule), schedule.GetType().Name, "Unknown kind of schedule"),
    };

    private bool SameDates(WorkScheduleForm other) =>
        (Dates?.Count ?? 0) == (other.Dates?.Count ?? 0) && (Dates ?? new Dictionary<LocalDate, string>()).All(day => other.Dates!.GetValueOrDefault(day.Key) == day.Value);
}
