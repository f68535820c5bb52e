using Kabinet.Data;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Customers;

/// <summary>The texts to which clients agree, by version.</summary>
public sealed class ConsentTexts(Databases databases)
{
    /// <param name="version">Null: the current one.</param>
    public async Task<ConsentText?> FindAsync(int companyId, ConsentKind kind, int? version, CancellationToken cancel = default)
    {
        await using var db = databases.Open(companyId);
        return await db.ConsentTexts.AsNoTracking().Where(text => text.Kind == kind && (version == null || text.Version == version))
            .OrderByDescending(text => text.Version).FirstOrDefaultAsync(cancel);
    }
}
