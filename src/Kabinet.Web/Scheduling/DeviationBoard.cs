using Kabinet.Data;
using Kabinet.Resources;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>A month of the company's resources, day by day.</summary>
/// <param name="Month">Its first date.</param>
/// <param name="Today">The company's local date.</param>
public sealed record DeviationBoard(LocalDate Month, LocalDate Today, DateTimeZone Zone, IReadOnlyList<Resource> Resources, IReadOnlyList<ResourceKind> Kinds, PlannedDays Days)
{
    public IEnumerable<LocalDate> Dates => Enumerable.Range(0, Month.Calendar.GetDaysInMonth(Month.Year, Month.Month)).Select(Month.PlusDays);
}

/// <summary>«Отклонения»: what schedules and deviations make of a month.</summary>
public sealed class DeviationBoards(Databases databases, IClock clock)
{
    /// <param name="month">Any date of it; null: this month.</param>
    public async Task<DeviationBoard> OfAsync(SignedInMember member, LocalDate? month, CancellationToken cancel = default)
    {
        await using var db = databases.Open(member.CompanyId);
        var company = await db.Companies.AsNoTracking().SingleAsync(one => one.Id == member.CompanyId, cancel);
        var today = clock.GetCurrentInstant().InZone(company.Zone).Date;
        var first = (month ?? today).With(DateAdjusters.StartOfMonth);
        var next = first.PlusMonths(1);
        var schedules = await db.WorkSchedules.AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Schedule, cancel);
        var deviations = await db.ScheduleDeviations.AsNoTracking().Where(one => one.Date >= first && one.Date < next).ToListAsync(cancel);
        return new DeviationBoard(
            first,
            today,
            company.Zone,
            await db.Resources.AsNoTracking().Where(one => !one.IsArchived).OrderBy(one => one.Position).ThenBy(one => one.Id).ToListAsync(cancel),
            await db.ResourceKinds.AsNoTracking().OrderBy(one => one.Id).ToListAsync(cancel),
            new PlannedDays(schedules, deviations));
    }
}
