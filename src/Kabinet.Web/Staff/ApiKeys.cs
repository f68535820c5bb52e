using Kabinet.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Staff;

/// <summary>A company's keys: the list for its owner, and who comes with one.</summary>
public sealed class ApiKeys(Databases databases, IClock clock)
{
    /// <summary>A busy program would otherwise write at every read.</summary>
    private static readonly Duration Between = Duration.FromMinutes(1);

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(int companyId, CancellationToken cancel = default)
    {
        await using var db = databases.Open(companyId);
        return await db.ApiKeys.AsNoTracking().OrderByDescending(key => key.Created).ThenByDescending(key => key.Id).ToListAsync(cancel);
    }

    /// <summary>Asks the database every time, so that a revoked key is refused at once, whichever node revoked it.</summary>
    /// <param name="sent">The secret, or whatever else was sent in its place.</param>
    public async Task<Outcome<ApiCaller>> FindAsync(int companyId, string? sent, CancellationToken cancel = default)
    {
        if (ApiKeySecret.Read(sent) is not { } secret) return RefusalReason.ApiKeyUnknown;
        var (hash, now) = (secret.Hash, clock.GetCurrentInstant());
        await using var db = databases.Open(companyId);
        var found = await db.ApiKeys.AsNoTracking().Where(key => key.SecretHash == hash)
            .Join(db.Companies, key => key.CompanyId, company => company.Id, (key, company) => new { Key = key, company.TimeZone })
            .FirstOrDefaultAsync(cancel);
        if (found is null) return RefusalReason.ApiKeyUnknown;
        var key = found.Key;
        var state = key.StateOn(now.InZone(DateTimeZoneProviders.Tzdb[found.TimeZone]).Date);
        if (state != ApiKeyState.Live) return state == ApiKeyState.Revoked ? RefusalReason.ApiKeyRevoked : RefusalReason.ApiKeyExpired;

        if (key.LastUsed is not { } last || now - last >= Between) await RecordUseAsync(db, key, now, cancel);
        return new ApiCaller(companyId, key.Id, key.Name, key.Access, key.RequestsPerMinute);
    }

    /// <summary>Without the company's row: nobody waits for it, and a use recorded twice is recorded once.</summary>
    private async Task RecordUseAsync(AppDb db, ApiKey key, Instant now, CancellationToken cancel)
    {
        using var gate = await databases.EnterWriteGateAsync(cancel);
        await db.ApiKeys.Where(one => one.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.LastUsed, now), cancel);
    }
}
