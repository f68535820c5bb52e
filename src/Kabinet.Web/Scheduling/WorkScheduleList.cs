using Kabinet.Data;
using Kabinet.Resources;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>Every work schedule of the company, archived ones too, and who works by it.</summary>
/// <param name="Today">The company's local date.</param>
public sealed record WorkScheduleCards(IReadOnlyList<NamedSchedule> Schedules, IReadOnlyList<Resource> Resources, LocalDate Today, DateTimeZone Zone)
{
    /// <summary>Today, or later by an assignment that is written already.</summary>
    public IEnumerable<Resource> UsersOf(NamedSchedule schedule) =>
        Resources.Where(resource => resource.ScheduleOn(Today) == schedule.Id || resource.Assignments.Any(one => one.From > Today && one.ScheduleId == schedule.Id));
}

/// <summary>«Графики работы».</summary>
public sealed class WorkScheduleList(Databases databases, IClock clock)
{
    public async Task<WorkScheduleCards> AllAsync(SignedInMember member, CancellationToken cancel = default)
    {
        await using var db = databases.Open(member.CompanyId);
        var company = await db.Companies.AsNoTracking().SingleAsync(one => one.Id == member.CompanyId, cancel);
        return new WorkScheduleCards(
            await db.WorkSchedules.AsNoTracking().OrderBy(one => one.Id).ToListAsync(cancel),
            await db.Resources.AsNoTracking().Where(one => !one.IsArchived).OrderBy(one => one.Position).ThenBy(one => one.Id).ToListAsync(cancel),
            clock.GetCurrentInstant().InZone(company.Zone).Date,
            company.Zone);
    }
}
