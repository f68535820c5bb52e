using System.Globalization;
using Kabinet.Shell;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>Schedules in the words of the back office.</summary>
internal static class ScheduleWords
{
    public static readonly string[] Weekdays = ["Понедельник", "Вторник", "Среда", "Четверг", "Пятница", "Суббота", "Воскресенье"];
    public static readonly string[] ShortWeekdays = ["Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"];

    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    public static string Of(ScheduleKind kind) => kind switch
    {
        ScheduleKind.FiveDay => "Пятидневка",
        ScheduleKind.SixDay => "Шестидневка",
        ScheduleKind.Weekly => "По дням недели",
        ScheduleKind.Shift => "Сменный",
        ScheduleKind.Calendar => "По календарю",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>9–13, 10:30–21: no noughts, for the small cells of a calendar.</summary>
    public static IEnumerable<string> Brief(IEnumerable<WorkingInterval> intervals) => intervals.Select(interval => TypedHours.Of(interval).Replace(":00", "", StringComparison.Ordinal));

    /// <summary>Март 2026.</summary>
    public static string Month(LocalDate date)
    {
        var month = Texts.Russian.Month(date);
        return string.Create(CultureInfo.InvariantCulture, $"{char.ToUpper(month[0], Russian)}{month[1..]} {date.Year}");
    }

    /// <summary>вторник, 3 марта.</summary>
    public static string Day(LocalDate date) => date.ToDateTimeUnspecified().ToString("dddd, d MMMM", Russian);

    /// <summary>03.03.2026.</summary>
    public static string Date(LocalDate date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>The name of the public holiday on that date; null: it is none.</summary>
    public static string? Holiday(LocalDate date) => RussianHolidays.On(date) switch
    {
        null => null,
        PublicHoliday.NewYear => "Новогодние каникулы",
        PublicHoliday.Christmas => "Рождество Христово",
        PublicHoliday.DefenderOfTheFatherlandDay => "День защитника Отечества",
        PublicHoliday.WomensDay => "Международный женский день",
        PublicHoliday.LabourDay => "Праздник Весны и Труда",
        PublicHoliday.VictoryDay => "День Победы",
        PublicHoliday.RussiaDay => "День России",
        PublicHoliday.UnityDay => "День народного единства",
        var unknown => throw new ArgumentOutOfRangeException(nameof(date), unknown, null),
    };

    public static string Days(int count) => Texts.Russian.Count(count, "день|дня|дней");
}
