using Kabinet.Data;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.ServiceCatalog;

/// <summary>Every service of the company in its order, and the groups in theirs.</summary>
public sealed record ServiceCards(IReadOnlyList<Service> Services, IReadOnlyList<ServiceGroup> Groups);

/// <summary>«Услуги»: the catalogue as staff see it, with what is not offered online.</summary>
public sealed class ServiceList(Databases databases)
{
    public async Task<ServiceCards> AllAsync(SignedInMember member, bool withArchived, CancellationToken cancel = default)
    {
        await using var db = databases.Open(member.CompanyId);
        return new ServiceCards(
            await db.Services.AsNoTracking().Where(one => withArchived || !one.IsArchived).OrderBy(one => one.Position).ThenBy(one => one.Id).ToListAsync(cancel),
            await db.ServiceGroups.AsNoTracking().OrderBy(one => one.Position).ThenBy(one => one.Id).ToListAsync(cancel));
    }

    /// <summary>Archived ones too; null: there is none.</summary>
    public async Task<Service?> FindAsync(SignedInMember member, int id, CancellationToken cancel = default)
    {
        await using var db = databases.Open(member.CompanyId);
        return await db.Services.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel);
    }
}
