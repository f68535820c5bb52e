using Kabinet.Scheduling;

namespace Kabinet.FirstSteps;

/// <summary>The week that most people of the company work, as it is typed: the days, the hours, a break or none.</summary>
/// <param name="Days">Seven, Monday first: a working day?</param>
/// <param name="Hours">«10:00–19:00», see <see cref="TypedHours"/>.</param>
/// <param name="Break">«14:00–15:00» within them; empty: none.</param>
public sealed record UsualWeek(IReadOnlyList<bool> Days, string Hours, string Break)
{
    /// <summary>The schedule with a name that says it: «Пн–Пт 10:00–19:00, перерыв 14:00–15:00».</summary>
    public Outcome<(string Name, WorkSchedule Schedule)> Check()
    {
        var (hours, pause) = (TypedHours.Read(Hours, "hours"), TypedHours.Read(Break, "break"));
        List<Refusal> refusals = [.. hours.Refusals, .. pause.Refusals];
        if (refusals.Count > 0) return refusals;
        if (Days.All(day => !day) || hours.Value.Count == 0) return new Refusal(RefusalReason.ScheduleEmpty, "days");
        var day = Without(hours.Value, pause.Value);
        if (day is null) return new Refusal(RefusalReason.BreakOutside, "break");
        var name = $"{DayNames()} {TypedHours.Of(hours.Value)}{(pause.Value.Count > 0 ? ", перерыв " + TypedHours.Of(pause.Value) : "")}";
        return (name[..Math.Min(name.Length, WorkScheduleForm.MaxNameLength)], new WeeklySchedule([.. Days.Select(works => works ? day : (IReadOnlyList<WorkingInterval>)[])]));
    }

    /// <summary>Null: a break is not inside the working time.</summary>
    private static List<WorkingInterval>? Without(List<WorkingInterval> hours, List<WorkingInterval> breaks)
    {
        foreach (var pause in breaks)
        {
            var at = hours.FindIndex(one => one.From < pause.From && Finish(pause) < Finish(one));
            if (at < 0) return null;
            var cut = hours[at];
            hours = [.. hours[..at], new(cut.From, Start(pause) - Start(cut)), new(pause.From.PlusMinutes(pause.Minutes), Finish(cut) - Finish(pause)), .. hours[(at + 1)..]];
        }
        return hours;
    }

    private static int Start(WorkingInterval interval) => interval.From.Hour * 60 + interval.From.Minute;
    private static int Finish(WorkingInterval interval) => Start(interval) + interval.Minutes;

    /// <summary>«Пн–Пт», «Пн, Ср, Пт».</summary>
    private string DayNames()
    {
        var days = Enumerable.Range(0, 7).Where(day => Days[day]).ToList();
        return days.Count > 2 && days[^1] - days[0] == days.Count - 1 ? $"{ScheduleWords.ShortWeekdays[days[0]]}–{ScheduleWords.ShortWeekdays[days[^1]]}" : string.Join(", ", days.Select(day => ScheduleWords.ShortWeekdays[day]));
    }
}
