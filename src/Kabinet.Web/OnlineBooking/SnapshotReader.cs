using Kabinet.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.OnlineBooking;

/// <summary>
/// Brings a company's copy up to date inside a transaction, so that version, catalogue and occupied time are of one moment. Reads only what
/// moved: nothing, the days that changed, or all.
/// </summary>
internal sealed class SnapshotReader(AppDb db, Instant now)
{
    /// <param name="known">The copy at hand; null: none yet.</param>
    public async Task<CompanySnapshot> ReadAsync(CompanySnapshot? known, CancellationToken cancel)
    {
        var versions = await db.Companies.Where(company => company.Id == db.CompanyId)
            .Select(company => new { company.Version, company.CatalogueVersion })
            .SingleAsync(cancel);
        return await ReadAsync(known, versions.Version, versions.CatalogueVersion, cancel);
    }

    /// <summary>The same where the versions are known already.</summary>
    public async Task<CompanySnapshot> ReadAsync(CompanySnapshot? known, long version, long catalogueVersion, CancellationToken cancel)
    {
        // A copy that is ahead of the database knows what was lost there.
        var isSameCatalogue = known is not null && known.Version <= version && known.Catalogue.Company.CatalogueVersion == catalogueVersion
            && known.Catalogue.Today == now.InZone(known.Catalogue.Zone).Date;
        if (!isSameCatalogue) return await ReadAllAsync(cancel);
        return known!.Version == version ? known : known.Advance(version, await ChangedDaysAsync(known, cancel));
    }

    /// <summary>The same company with all that there is around a date: a copy knows nothing of days long past, and no working time of those far ahead.</summary>
    public async Task<CompanySnapshot> ReachAsync(CompanySnapshot known, LocalDate date, CancellationToken cancel)
    {
        if (known.Reaches(date)) return known;
        var since = Instant.Min(Since(known.Catalogue), known.Catalogue.Zone.AtStartOfDay(date.PlusDays(-2)).ToInstant());
        return new CompanySnapshot(known.Catalogue, known.Version, await OccupationsAsync(since, cancel), date);
    }

    private async Task<CompanySnapshot> ReadAllAsync(CancellationToken cancel)
    {
        var catalogue = await ReadCatalogueAsync(cancel);
        return new CompanySnapshot(catalogue, catalogue.Company.Version, await OccupationsAsync(Since(catalogue), cancel));
    }

    private async Task<IEnumerable<Occupation>> OccupationsAsync(Instant since, CancellationToken cancel) =>
        (await db.OccupiedRanges.AsNoTracking().Where(range => range.Finish > since).ToListAsync(cancel)).Select(range => range.AsOccupation());

    /// <summary>The days since <paramref name="known"/>, each with all that occupies it now: nothing, where the last of it went.</summary>
    private async Task<IEnumerable<ChangedDay>> ChangedDaysAsync(CompanySnapshot known, CancellationToken cancel)
    {
        var (version, since) = (known.Version, Since(known.Catalogue));
        var found = await (
            from day in db.OccupiedDays.AsNoTracking()
            where day.Version > version && day.Finish > since
            from range in db.OccupiedRanges.Where(range =>
                range.ResourceId == day.ResourceId && range.Finish >= day.Start && range.Finish < day.Finish && range.Finish > since).DefaultIfEmpty()
            select new { Day = day, Range = range }).ToListAsync(cancel);
        return found.GroupBy(one => (one.Day.ResourceId, one.Day.Range)).Select(day => new ChangedDay(
            day.Key.ResourceId, day.Key.Range, [.. day.Where(one => one.Range is not null).Select(one => one.Range.AsOccupation())]));
    }

    private async Task<CompanyCatalogue> ReadCatalogueAsync(CancellationToken cancel)
    {
        var company = await db.Companies.AsNoTracking().SingleAsync(one => one.Id == db.CompanyId, cancel);
        var today = now.InZone(company.Zone).Date;
        var from = today.PlusDays(-2);
        return new CompanyCatalogue(
            company,
            await db.Services.AsNoTracking().ToListAsync(cancel),
            await db.ServiceGroups.AsNoTracking().ToListAsync(cancel),
            await db.Resources.AsNoTracking().ToListAsync(cancel),
            await db.ResourceKinds.AsNoTracking().ToListAsync(cancel),
            await db.WorkSchedules.AsNoTracking().ToListAsync(cancel),
            await db.ScheduleDeviations.AsNoTracking().Where(deviation => deviation.Date >= from).ToListAsync(cancel),
            await db.OrderStates.AsNoTracking().ToListAsync(cancel),
            today);
    }

    private static Instant Since(CompanyCatalogue catalogue) => catalogue.Zone.AtStartOfDay(catalogue.From).ToInstant();
}
