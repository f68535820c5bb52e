using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.Scheduling;
using Kabinet.WorkOrders;
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
        if (known is null || !IsOf(known.Catalogue, versions.CatalogueVersion)) return await ReadAllAsync(cancel);
        return known.Version == versions.Version ? known : known.Advance(versions.Version, await ChangedDaysAsync(known, cancel));
    }

    /// <summary>Is the catalogue at hand that of this version and of today?</summary>
    public bool IsOf(CompanyCatalogue known, long catalogueVersion) =>
        known.Company.CatalogueVersion == catalogueVersion && known.Today == now.InZone(known.Zone).Date;

    private async Task<CompanySnapshot> ReadAllAsync(CancellationToken cancel)
    {
        var catalogue = await ReadCatalogueAsync(await db.Companies.AsNoTracking().SingleAsync(company => company.Id == db.CompanyId, cancel), cancel);
        var since = Since(catalogue);
        var rows = await db.OccupiedRanges.AsNoTracking().Where(range => range.Finish > since).ToListAsync(cancel);
        return new CompanySnapshot(catalogue, catalogue.Company.Version, rows.Select(OccupationOf));
    }

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
            day.Key.ResourceId, day.Key.Range, [.. day.Where(one => one.Range is not null).Select(one => OccupationOf(one.Range))]));
    }

    public async Task<CompanyCatalogue> ReadCatalogueAsync(Company company, CancellationToken cancel)
    {
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

    private static Occupation OccupationOf(OccupiedRange row) =>
        new(row.ResourceId, new OccupiedTime(row.Range, 1, row.Expires), row.WorkOrderId, row.HoldId, row.HeldBy);
}
