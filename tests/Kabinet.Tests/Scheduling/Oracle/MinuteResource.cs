using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.Tests.Scheduling.Oracle;

/// <summary>One resource of a scenario, a cell a minute: does it work, and how much of it is taken.</summary>
public sealed class MinuteResource
{
    private readonly Visit visit;
    private readonly int capacity;
    private readonly bool[] works;
    private readonly int[] load;
    private readonly bool[] bookingStarts;
    private readonly bool[] bookingFinishes;

    public MinuteResource(Scenario scenario, ScenarioResource resource, Instant origin, (int Day, int Minute)[] clock)
    {
        visit = scenario.Visit;
        capacity = resource.Capacity;
        load = new int[clock.Length];
        bookingStarts = new bool[clock.Length];
        bookingFinishes = new bool[clock.Length];
        foreach (var taken in resource.Occupied.Where(taken => !(taken.Expires <= scenario.Now))) Occupy(taken, origin);

        var intervals = Enumerable.Range(-4, 9).ToDictionary(day => Number(scenario.Date) + day, day => Intervals(scenario, resource.Schedule, day));
        works = [.. clock.Select(shown => IsWorking(shown, intervals))];
    }

    public int Load(int minute) => load[minute];

    public bool Works(int minute) => works[minute];

    public bool WorksThrough(int start) => Enumerable.Range(start, visit.Duration).All(minute => works[minute]);

    public bool HasRoom(int start)
    {
        for (var minute = start - visit.BufferBefore; minute < start + visit.Duration + visit.BufferAfter; minute++)
        {
            if (load[minute] + 1 > capacity) return false;
        }
        return true;
    }

    public int MinutesWorkedBefore(int start)
    {
        var minutes = 0;
        while (works[start - 1 - minutes]) minutes++;
        return minutes;
    }

    /// <summary>Does a visit that starts then touch an edge of the work it starts in, or another booking?</summary>
    public bool IsTouched(int start)
    {
        var closing = start;
        while (works[closing]) closing++;
        return !works[start - 1] || start + visit.Duration == closing ||
            bookingFinishes[start - visit.BufferBefore] || bookingStarts[start + visit.Duration + visit.BufferAfter];
    }

    private static int Number(LocalDate date) => Period.DaysBetween(new LocalDate(1970, 1, 1), date);

    private static (int From, int Minutes)[] Intervals(Scenario scenario, ScenarioSchedule schedule, int day)
    {
        var date = scenario.Date.PlusDays(day);
        if (date < scenario.FirstWorked || date > scenario.LastWorked) return [];
        foreach (var deviation in schedule.Deviations)
        {
            if (deviation.Date == date) return deviation.Intervals;
        }
        if (schedule.CycleStart is not { } start) return schedule.Days[(int)date.DayOfWeek - 1];
        return date < start ? [] : schedule.Days[(Number(date) - Number(start)) % schedule.Days.Length];
    }

    /// <summary>Does the clock show a time inside an interval of that day, or of the day before that runs past midnight?</summary>
    private static bool IsWorking((int Day, int Minute) shown, Dictionary<int, (int From, int Minutes)[]> intervals) =>
        intervals.GetValueOrDefault(shown.Day, []).Any(i => i.From <= shown.Minute && shown.Minute < i.From + i.Minutes) ||
        intervals.GetValueOrDefault(shown.Day - 1, []).Any(i => shown.Minute + 1440 < i.From + i.Minutes);

    private void Occupy(OccupiedTime taken, Instant origin)
    {
        var from = (taken.Range.Start - origin).TotalMinutes;
        var to = (taken.Range.Finish - origin).TotalMinutes;
        if (to <= from) return;
        bookingStarts[(int)Math.Floor(from)] = bookingFinishes[(int)Math.Ceiling(to)] = true;
        for (var minute = (int)Math.Floor(from); minute < to; minute++) load[minute] += taken.Load;
    }
}
