using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.Tests.Scheduling.Oracle;

/// <summary>
/// The rules once more, slowly and from scratch: one array cell a minute, every rule read off the cells. It shares no code with the
/// engine but the words of its contract, and knows nothing of ranges, sorting or searching.
/// </summary>
public sealed class MinuteOracle
{
    private readonly Scenario scenario;
    private readonly Instant origin;

    /// <summary>What the wall clock shows at each minute: the date's number since 1970 and the minute of that day.</summary>
    private readonly (int Day, int Minute)[] clock;
    private readonly MinuteResource[] resources;

    public MinuteOracle(Scenario scenario)
    {
        this.scenario = scenario;
        origin = scenario.Date.PlusDays(-6).AtMidnight().InUtc().ToInstant();
        clock = [.. Enumerable.Range(0, 13 * 1440).Select(minute => Clock(At(minute)))];
        resources = [.. scenario.Resources.Select(resource => new MinuteResource(scenario, resource, origin, clock))];
    }

    public Instant At(int minute) => origin + Duration.FromMinutes(minute);

    public LocalDate DateAt(int minute) => new LocalDate(1970, 1, 1).PlusDays(clock[minute].Day);

    public MinuteResource Resource(int index) => resources[index];

    /// <summary>Every minute of the dates in question; a day less at either end than the oracle knows.</summary>
    public IEnumerable<int> Minutes(LocalDate from, LocalDate to) =>
        Enumerable.Range(1440, clock.Length - 2 * 1440).Where(minute => from <= DateAt(minute) && DateAt(minute) <= to);

    public IEnumerable<int> Starts(int candidate, LocalDate from, LocalDate to) => Minutes(from, to).Where(minute => Offers(candidate, minute));

    public Instant? Nearest(int candidate, Instant after)
    {
        foreach (var minute in Enumerable.Range(1440, clock.Length - 2 * 1440))
        {
            if (At(minute) >= after && Offers(candidate, minute)) return At(minute);
        }
        return null;
    }

    public bool Offers(int candidate, int start) => resources[candidate].Works(start) && !Refusals(candidate, start).Any();

    public IEnumerable<TimeRefusal> Refusals(int candidate, int start)
    {
        var at = At(start);
        var chosen = resources[candidate];
        var lead = scenario.Rules.LeadTime;
        if (lead is not null && at < scenario.Now) yield return TimeRefusal.InThePast;
        if (lead is { } minutes && at >= scenario.Now && at < scenario.Now + Duration.FromMinutes(minutes)) yield return TimeRefusal.TooSoon;
        if (scenario.Rules.HorizonDays is { } days && clock[start].Day > Clock(scenario.Now).Day + days) yield return TimeRefusal.BeyondHorizon;

        var companionsWork = scenario.Also.All(list => list.Any(index => resources[index].WorksThrough(start)));
        if (!chosen.WorksThrough(start) || !companionsWork) yield return TimeRefusal.NotWorking;
        if (chosen.Works(start) && !IsOnGrid(chosen, start)) yield return TimeRefusal.OffGrid;
        if (!chosen.HasRoom(start)) yield return TimeRefusal.TimeTaken;
        if (companionsWork && !HasCompanions(start, [candidate])) yield return TimeRefusal.CompanionTaken;
    }

    public bool HasCompanions(int start, int[] used)
    {
        var need = used.Length - 1;
        if (need == scenario.Also.Length) return true;
        return scenario.Also[need].Any(index => !used.Contains(index) && resources[index].WorksThrough(start) &&
            resources[index].HasRoom(start) && HasCompanions(start, [.. used, index]));
    }

    private bool IsOnGrid(MinuteResource chosen, int start) => scenario.Rules.Grid switch
    {
        StartGrid.Clock => clock[start].Minute % scenario.Rules.Step == 0,
        StartGrid.Window => chosen.MinutesWorkedBefore(start) % scenario.Rules.Step == 0,
        _ => chosen.IsTouched(start),
    };

    private (int Day, int Minute) Clock(Instant at)
    {
        var local = at.InZone(scenario.Zone).LocalDateTime;
        return (Period.DaysBetween(new LocalDate(1970, 1, 1), local.Date), local.Hour * 60 + local.Minute);
    }
}
