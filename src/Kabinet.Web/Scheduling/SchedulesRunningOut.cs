using Kabinet.Data;
using Kabinet.Resources;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>A resource that works now and soon no more.</summary>
/// <param name="LastDay">The last day with working hours.</param>
public sealed record RunningOut(Resource Resource, LocalDate LastDay);

/// <summary>Whose schedule runs out within two weeks, so that clients would find no time with them: for the home page, the list of resources and their cards.</summary>
public sealed class SchedulesRunningOut(Databases databases, IClock clock)
{
    /// <summary>So near the last working day is warned of.</summary>
    public const int Days = 14;

    /// <summary>A schedule that pauses for longer than this after its last working day has run out.</summary>
    private const int Pause = 60;

    /// <summary>The soonest first.</summary>
    public async Task<IReadOnlyList<RunningOut>> RunAsync(SignedInMember member, CancellationToken cancel = default)
    {
        await using var db = databases.Open(member.CompanyId);
        var company = await db.Companies.AsNoTracking().SingleAsync(one => one.Id == member.CompanyId, cancel);
        var resources = await db.Resources.AsNoTracking().Where(one => !one.IsArchived).OrderBy(one => one.Position).ThenBy(one => one.Id).ToListAsync(cancel);
        var schedules = await db.WorkSchedules.AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Schedule, cancel);
        var today = clock.GetCurrentInstant().InZone(company.Zone).Date;
        return [.. resources.Select(one => (one, LastDay: Of(one, schedules, today))).Where(one => one.LastDay is not null)
            .Select(one => new RunningOut(one.one, one.LastDay!.Value)).OrderBy(one => one.LastDay)];
    }

    /// <summary>The last day on which it works; null: it goes on, or works no more already. Deviations do not count: leave ends, a schedule that ran out does not.</summary>
    public static LocalDate? Of(Resource resource, IReadOnlyDictionary<int, WorkSchedule> schedules, LocalDate today)
    {
        var schedule = resource.Schedule(schedules);
        var ahead = Enumerable.Range(0, Days + Pause + 1).Select(today.PlusDays).Where(date => schedule.On(date).Count > 0).ToList();
        return ahead is [.., var last] && last <= today.PlusDays(Days) ? last : null;
    }
}
