using Kabinet.Resources;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>A day of a resource in the words and classes of the page of deviations.</summary>
internal static class DeviationWords
{
    /// <summary>10:00–14:00; не работает, отклонение.</summary>
    public static string Of(PlannedDay day) => day switch
    {
        { IsUnplanned: true } => "графика нет",
        { IsDeviation: true, Hours.Count: 0 } => "не работает, отклонение",
        { IsDeviation: true } => $"{TypedHours.Of(day.Hours)}, отклонение",
        { Hours.Count: 0 } => "выходной",
        _ => TypedHours.Of(day.Hours),
    };

    /// <summary>среда, 4 марта: 10:00–14:00.</summary>
    public static string Spoken(LocalDate date, PlannedDay day) =>
        $"{ScheduleWords.Day(date)}: {Of(day)}{(ScheduleWords.Holiday(date) is { } holiday ? $", {holiday}" : "")}";

    public static string Class(LocalDate date, PlannedDay? day = null) => string.Join(' ', new[]
    {
        day is null ? null : day.IsUnplanned ? "unplanned" : day.Hours.Count == 0 ? "off" : "works",
        day?.IsDeviation == true ? "deviation" : null,
        date.DayOfWeek >= IsoDayOfWeek.Saturday ? "weekend" : null,
        RussianHolidays.On(date) is null ? null : "noted",
    }.Where(name => name is not null));

    /// <summary>Each interval in a line of its own: 9–13, 14–18.</summary>
    public static IEnumerable<string> Lines(PlannedDay day) => day switch
    {
        { IsUnplanned: true } => ["—"],
        { IsDeviation: true, Hours.Count: 0 } => ["нет"],
        _ => ScheduleWords.Brief(day.Hours),
    };

    /// <summary>When it begins over when it ends, for cells as narrow as a clock: 9, 18.</summary>
    public static IEnumerable<string> InTwoLines(PlannedDay day) => day.Hours.Count == 0
        ? Lines(day)
        : [ScheduleWords.Brief(day.Hours).First().Split('–')[0], ScheduleWords.Brief(day.Hours).Last().Split('–')[1]];
}
