using Kabinet.OnlineBooking;
using Kabinet.Resources;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>A resource that works now and soon no more.</summary>
/// <param name="LastDay">The last day with working hours.</param>
public sealed record RunningOut(Resource Resource, LocalDate LastDay);

/// <summary>Whose schedule runs out within two weeks, so that clients would find no time with them: for the home page, the list of resources and their cards.</summary>
public static class SchedulesRunningOut
{
    /// <summary>So near the last working day is warned of.</summary>
    public const int Days = 14;

    /// <summary>A schedule that pauses for longer than this after its last working day has run out.</summary>
    private const int Pause = 60;

    /// <summary>The soonest first.</summary>
    public static IReadOnlyList<RunningOut> Of(CompanyCatalogue catalogue) =>
    [
        .. catalogue.Resources.Select(resource => (Resource: resource, LastDay: Of(resource, catalogue.Schedules, catalogue.Today))).Where(one => one.LastDay is not null)
            .Select(one => new RunningOut(one.Resource, one.LastDay!.Value)).OrderBy(one => one.LastDay),
    ];

    /// <summary>The last day on which it works; null: it goes on, or works no more already. Deviations do not count: leave ends, a schedule that ran out does not.</summary>
    public static LocalDate? Of(Resource resource, IReadOnlyDictionary<int, WorkSchedule> schedules, LocalDate today)
    {
        var schedule = resource.Schedule(schedules);
        var ahead = Enumerable.Range(0, Days + Pause + 1).Select(today.PlusDays).Where(date => schedule.On(date).Count > 0).ToList();
        return ahead is [.., var last] && last <= today.PlusDays(Days) ? last : null;
    }
}
