using Kabinet.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Staff;

/// <summary>«Отозвать»: from then on the key opens nothing, on any node; it stays in the list. Revoking again changes nothing.</summary>
public sealed class RevokeApiKey(CompanyWork work, IClock clock)
{
    public Task<Outcome<ApiKey>> RunAsync(SignedInMember member, int keyId, CancellationToken cancel = default) =>
        work.ChangeAsync<ApiKey>(member.CompanyId, async (db, _) =>
        {
            if (!await db.IsOwnerAsync(member, cancel)) return RefusalReason.OwnersOnly;
            if (await db.ApiKeys.FirstOrDefaultAsync(key => key.Id == keyId, cancel) is not { } key) return RefusalReason.ApiKeyUnknown;
            key.Revoke(clock.GetCurrentInstant());
            return key;
        }, cancel);
}
