using CsCheck;
using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.Tests.Scheduling.Oracle;

/// <summary>Random scenarios, most of them on or beside a clock change.</summary>
public static class Scenarios
{
    private static readonly string[] Zones =
    [
        "Europe/Moscow", "Europe/Berlin", "America/New_York", "Pacific/Auckland", "America/Santiago", "Asia/Beirut", "Africa/Cairo",
        "America/Havana", "Atlantic/Azores", "America/Nuuk", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Casablanca",
        "Pacific/Apia", "UTC",
    ];

    private static readonly Gen<(int From, int Minutes)> Interval = Gen.Frequency(
        (4, Gen.Select(Gen.Int[14, 26], Gen.Int[2, 20], (from, length) => (from * 30, length * 30))),
        (2, Gen.Select(Gen.Int[0, 1439], Gen.Int[1, 1440])),
        (2, Gen.Select(Gen.Int[84, 95], Gen.Int[8, 40], (from, length) => (from * 15, length * 15))),
        (1, Gen.Select(Gen.Int[0, 4], Gen.Int[1, 12], (from, length) => (from * 30, length * 30))),
        (1, Gen.Const((0, 1440))));

    private static readonly Gen<(int From, int Minutes)[]> Day = Interval.Array[0, 3];

    private static readonly Gen<BookingRules> Rules = Gen.Select(
        Gen.OneOf(1, 5, 7, 10, 15, 20, 30, 45, 60, 90, 100),
        Gen.OneOf(StartGrid.Window, StartGrid.Clock, StartGrid.Packed),
        Gen.OneOf<int?>(null, 0, 0, 30, 600),
        Gen.OneOf<int?>(null, 0, 1, 2),
        (step, grid, leadTime, horizon) => new BookingRules(step, grid, leadTime, horizon));

    private static readonly Gen<Visit> Visits = Gen.Select(
        Gen.OneOf(Gen.Int[1, 12].Select(n => n * 15), Gen.Int[1, 200]),
        Gen.OneOf(0, 0, 5, 10, 17, 60),
        Gen.OneOf(0, 0, 5, 15, 13, 60),
        (duration, before, after) => new Visit(duration, before, after));

    /// <summary>A company whose times are scattered over days.</summary>
    private static readonly Gen<Scenario> Wide =
        from zone in Gen.OneOf(Zones).Select(id => DateTimeZoneProviders.Tzdb[id])
        from date in Dates(zone)
        from now in Moment(date)
        from rules in Rules
        from visit in Visits
        from asked in Gen.Int[1, 3]
        from rooms in Gen.Int[0, 3]
        from resources in Resource(date, now).Array[asked + rooms]
        from also in Also(asked, rooms)
        select new Scenario(zone, date, now, rules, visit, resources, also) { Asked = asked };

    /// <summary>A company whose times are crowded into an hour, so that every edge meets every other to the minute.</summary>
    private static readonly Gen<Scenario> Dense =
        from zone in Gen.OneOf(Zones).Select(id => DateTimeZoneProviders.Tzdb[id])
        from date in Dates(zone)
        from hour in Gen.OneOf(0, 60, 90, 120, 150, 540, 1380)
        let origin = date.AtMidnight().PlusMinutes(hour).InZoneLeniently(zone).ToInstant()
        from now in Gen.Int[-90, 30].Select(minutes => origin + Duration.FromMinutes(minutes))
        from step in Gen.Int[1, 9]
        from grid in Gen.OneOf(StartGrid.Window, StartGrid.Clock, StartGrid.Packed)
        from lead in Gen.OneOf<int?>(null, 0, 10)
        from visit in Gen.Select(Gen.Int[1, 9], Gen.Int[0, 4], Gen.Int[0, 4], (duration, before, after) => new Visit(duration, before, after))
        from asked in Gen.Int[1, 2]
        from rooms in Gen.Int[0, 3]
        from resources in DenseResource(date, hour, origin).Array[asked + rooms]
        from also in Also(asked, rooms)
        select new Scenario(zone, date, now, new(step, grid, lead, 1), visit, resources, also) { Asked = asked };

    public static readonly Gen<Scenario> Any = Gen.Frequency((1, Wide), (1, Dense));

    private static Gen<ScenarioResource> DenseResource(LocalDate date, int hour, Instant origin) =>
        from capacity in Gen.Int[1, 2]
        from day in Gen.Select(Gen.Int[0, 60], Gen.Int[1, 40], (after, length) => (Math.Min(hour + after, 1439), length)).Array[1, 4]
        from occupied in Gen.Select(Gen.Int[-10, 70], Gen.Int[0, 12]).Array[0, 12]
        select new ScenarioResource(capacity, new(date.PlusDays(-1), [day], []), [.. occupied.Select(o =>
            new OccupiedTime(new(origin + Duration.FromMinutes(o.Item1), origin + Duration.FromMinutes(o.Item1 + o.Item2))))]);

    /// <summary>A date at a clock change of the zone, one beside it, or any.</summary>
    private static Gen<LocalDate> Dates(DateTimeZone zone)
    {
        var year = zone.Id == "Pacific/Apia" ? 2011 : 2026;
        var changes = zone.GetZoneIntervals(Instant.FromUtc(year, 1, 1, 0, 0), Instant.FromUtc(year + 1, 1, 1, 0, 0))
            .Where(line => line.HasStart && line.Start >= Instant.FromUtc(year, 1, 1, 0, 0))
            .Select(line => line.IsoLocalStart.Date).ToArray();
        var any = Gen.Int[0, 364].Select(day => new LocalDate(year, 1, 1).PlusDays(day));
        if (changes.Length == 0) return any;
        var change = Gen.OneOf(changes);
        return Gen.Frequency((3, change), (2, change.Select(Gen.Int[-1, 1], (date, days) => date.PlusDays(days))), (1, any));
    }

    private static Gen<Instant> Moment(LocalDate date) =>
        from minutes in Gen.Int[-2 * 1440, 2 * 1440]
        from seconds in Gen.OneOf(0, 0, 0, 30)
        select date.AtMidnight().InUtc().ToInstant() + Duration.FromMinutes(minutes) + Duration.FromSeconds(seconds);

    private static Gen<ScenarioResource> Resource(LocalDate date, Instant now) =>
        from capacity in Gen.OneOf(1, 1, 1, 2, 3)
        from schedule in Schedule(date)
        from occupied in Occupied(date, now).Array[0, 14]
        select new ScenarioResource(capacity, schedule, occupied);

    private static Gen<ScenarioSchedule> Schedule(LocalDate date) =>
        from start in Gen.Int[-6, 2]
        from isCycle in Gen.Bool
        from days in Day.Array[isCycle ? Gen.Int[1, 5] : Gen.Const(7)]
        from deviations in Gen.Select(Gen.Int[-3, 3], Day).Array[0, 2]
        select new ScenarioSchedule(
            isCycle ? date.PlusDays(start) : null,
            days,
            [.. deviations.DistinctBy(day => day.Item1).Select(day => (date.PlusDays(day.Item1), day.Item2))]);

    private static Gen<OccupiedTime> Occupied(LocalDate date, Instant now) =>
        from start in Gen.OneOf(Gen.Int[-2 * 96, 3 * 96].Select(quarter => quarter * 15), Gen.Int[-2 * 1440, 3 * 1440])
        from length in Gen.OneOf(Gen.Int[1, 16].Select(quarter => quarter * 15), Gen.Int[0, 300])
        from seconds in Gen.OneOf(0, 0, 0, 0, 0, 20)
        from load in Gen.OneOf(1, 1, 1, 2)
        from hold in Gen.OneOf<int?>(null, null, null, null, -60, 0, 60, 120)
        let at = date.AtMidnight().InUtc().ToInstant() + Duration.FromMinutes(start) + Duration.FromSeconds(seconds)
        select new OccupiedTime(new(at, at + Duration.FromMinutes(length)), load, hold is { } left ? now + Duration.FromSeconds(left) : null);

    /// <summary>Lists of rooms, which may name the same room twice or the asked resource itself.</summary>
    private static Gen<int[][]> Also(int asked, int rooms) => rooms == 0
        ? Gen.Const(Array.Empty<int[]>())
        : Gen.Frequency((9, Gen.Int[asked, asked + rooms - 1]), (1, Gen.Int[0, asked - 1])).Array[1, 3].Array[0, 3];
}
