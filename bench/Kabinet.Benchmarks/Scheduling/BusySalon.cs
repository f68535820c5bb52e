using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.Benchmarks.Scheduling;

/// <summary>A salon in Moscow that works every day from 10:00 to 20:00, with eight bookings a day.</summary>
internal static class BusySalon
{
    public const int BookingsPerDay = 8;

    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Moscow"];
    public static LocalDate Today { get; } = new(2026, 3, 2);
    public static Instant Now { get; } = Today.At(new LocalTime(9, 0)).InZoneStrictly(Zone).ToInstant();
    public static Availability Availability { get; } = new(new BookingRules(15, StartGrid.Window, 60, 60), Zone);

    public static WorkingTime Working() => WorkingTime.From(
        new WeeklySchedule([.. Enumerable.Repeat(new[] { WorkingInterval.Between(new(10, 0), new(20, 0)) }, 7)]), [], Zone, Today, Today.PlusDays(61));

    /// <summary>Eight visits of 30 or 45 minutes at scattered quarters of an hour, the same ones in every run: about half of the day stays free.</summary>
    public static IEnumerable<OccupiedTime> Bookings(LocalDate from, int days)
    {
        var random = new Random(42);
        return [.. Enumerable.Range(0, days).SelectMany(day => ScatteredDay(from.PlusDays(day), random))];
    }

    /// <summary>Eight visits an hour long with a quarter between them, in which nothing fits.</summary>
    public static IEnumerable<OccupiedTime> FullDays(LocalDate from, int days) => Enumerable.Range(0, days)
        .SelectMany(day => Enumerable.Range(0, BookingsPerDay).Select(i => Booking(from.PlusDays(day), 600 + i * 75, 60)));

    /// <summary>Full days before today, the oldest first.</summary>
    public static IEnumerable<OccupiedTime> Past(int bookings) => FullDays(Today.PlusDays(-bookings / BookingsPerDay), bookings / BookingsPerDay);

    private static IEnumerable<OccupiedTime> ScatteredDay(LocalDate date, Random random)
    {
        var lengths = Enumerable.Range(0, BookingsPerDay).Select(_ => random.Next(2, 4) * 15).ToArray();
        var gaps = new int[BookingsPerDay + 1];
        for (var free = 600 - lengths.Sum(); free > 0; free -= 15) gaps[random.Next(gaps.Length)] += 15;
        var minute = 600;
        return [.. lengths.Select((length, i) => Booking(date, (minute += gaps[i] + length) - length, length))];
    }

    private static OccupiedTime Booking(LocalDate date, int minute, int minutes)
    {
        var start = date.AtMidnight().PlusMinutes(minute).InZoneStrictly(Zone).ToInstant();
        return new(new(start, start + Duration.FromMinutes(minutes)));
    }
}
