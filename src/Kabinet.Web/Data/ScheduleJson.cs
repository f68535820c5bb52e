using System.Text.Json;
using Kabinet.Scheduling;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Kabinet.Data;

/// <summary>Work schedules as JSON text: {"kind":"weekly|shift|calendar", …}, each day a list of {"from":"09:00","minutes":540}; "offOnHolidays":true where it is.</summary>
internal static class ScheduleJson
{
    public static readonly ValueConverter<WorkSchedule, string> Converter = new(schedule => Write(schedule), text => Read(text));

    public static readonly ValueConverter<IList<WorkingInterval>, string> IntervalsConverter = new(
        intervals => JsonSerializer.Serialize(intervals.Select(Stored.Of), Json.Options),
        text => JsonSerializer.Deserialize<List<Stored>>(text, Json.Options)!.Select(one => one.Interval).ToList());

    public static readonly ValueComparer<IList<WorkingInterval>> IntervalsComparer = new(
        (left, right) => left!.SequenceEqual(right!), list => list.Count, list => list.ToList());

    private sealed record Stored(LocalTime From, int Minutes)
    {
        public WorkingInterval Interval => new(From, Minutes);
        public static Stored Of(WorkingInterval interval) => new(interval.From, interval.Minutes);
    }

    private sealed record Document(string Kind, LocalDate? Start, List<List<Stored>>? Days, Dictionary<string, List<Stored>>? Dates, bool? OffOnHolidays = null);

    private static string Write(WorkSchedule schedule) => JsonSerializer.Serialize(Of(schedule), Json.Options);

    private static Document Of(WorkSchedule schedule) => schedule switch
    {
        OffOnHolidays off => Of(off.Usual) with { OffOnHolidays = true },
        WeeklySchedule weekly => new Document("weekly", null, Days(weekly.Days), null),
        ShiftSchedule shift => new Document("shift", shift.Start, Days(shift.Cycle), null),
        CalendarSchedule calendar => new Document("calendar", null, null, calendar.Days.ToDictionary(
            day => NodaTime.Text.LocalDatePattern.Iso.Format(day.Key), day => day.Value.Select(Stored.Of).ToList())),
        _ => throw new ArgumentOutOfRangeException(nameof(schedule), schedule.GetType().Name, "Unknown kind of schedule"),
    };

    private static WorkSchedule Read(string text)
    {
        var document = JsonSerializer.Deserialize<Document>(text, Json.Options)!;
        WorkSchedule usual = document.Kind switch
        {
            "weekly" => new WeeklySchedule(Days(document.Days!)),
            "shift" => new ShiftSchedule(document.Start!.Value, Days(document.Days!)),
            "calendar" => new CalendarSchedule(document.Dates!.ToDictionary(
                day => NodaTime.Text.LocalDatePattern.Iso.Parse(day.Key).Value, day => Intervals(day.Value))),
            _ => throw new JsonException($"Unknown kind of schedule '{document.Kind}'"),
        };
        return document.OffOnHolidays == true ? new OffOnHolidays(usual) : usual;
    }

    private static List<List<Stored>> Days(IReadOnlyList<IReadOnlyList<WorkingInterval>> days) => [.. days.Select(day => day.Select(Stored.Of).ToList())];
    private static List<IReadOnlyList<WorkingInterval>> Days(List<List<Stored>> days) => [.. days.Select(Intervals)];
    private static IReadOnlyList<WorkingInterval> Intervals(List<Stored> day) => [.. day.Select(one => one.Interval)];
}
