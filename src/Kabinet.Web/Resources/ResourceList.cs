using Kabinet.Data;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Resources;

/// <summary>Every resource of the company in its order, and what a resource may refer to.</summary>
/// <param name="Schedules">Archived ones too: a resource may still have one.</param>
/// <param name="Today">The company's local date.</param>
public sealed record ResourceCards(IReadOnlyList<Resource> Resources, IReadOnlyList<ResourceKind> Kinds, IReadOnlyList<NamedSchedule> Schedules, LocalDate Today, DateTimeZone Zone);

/// <summary>«Ресурсы»: all that the company has, as staff see it.</summary>
public sealed class ResourceList(Databases databases, IClock clock)
{
    public async Task<ResourceCards> AllAsync(SignedInMember member, bool withArchived, CancellationToken cancel = default)
    {
        await using var db = databases.Open(member.CompanyId);
        var company = await db.Companies.AsNoTracking().SingleAsync(one => one.Id == member.CompanyId, cancel);
        return new ResourceCards(
            await db.Resources.AsNoTracking().Where(one => withArchived || !one.IsArchived).OrderBy(one => one.Position).ThenBy(one => one.Id).ToListAsync(cancel),
            await db.ResourceKinds.AsNoTracking().OrderBy(one => one.Id).ToListAsync(cancel),
            await db.WorkSchedules.AsNoTracking().OrderBy(one => one.Id).ToListAsync(cancel),
            clock.GetCurrentInstant().InZone(company.Zone).Date,
            company.Zone);
    }

    /// <summary>Archived ones too; null: there is none.</summary>
    public async Task<Resource?> FindAsync(SignedInMember member, int id, CancellationToken cancel = default)
    {
        await using var db = databases.Open(member.CompanyId);
        return await db.Resources.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel);
    }
}
