using Kabinet.Companies;
using Kabinet.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Staff;

/// <param name="Secret">Shown now and never again: only its hash is kept.</param>
public sealed record NewApiKey(ApiKey Key, string Secret);

/// <summary>«Создать ключ»: by an owner, and only by one who is that at this moment, for a key outlives the session in which it was made.</summary>
public sealed class CreateApiKey(CompanyWork work, IClock clock)
{
    public Task<Outcome<NewApiKey>> RunAsync(SignedInMember member, ApiKeyForm form, CancellationToken cancel = default) =>
        work.ChangeAsync(member.CompanyId, async (db, company) =>
        {
            if (!await db.IsOwnerAsync(member, cancel)) return RefusalReason.OwnersOnly;
            var now = clock.GetCurrentInstant();
            var today = now.InZone(company.Zone).Date;
            List<Refusal> refusals = [.. form.Check(today), .. await ConflictsAsync(db, form.Name.Trim(), today, cancel)];
            return refusals.Count > 0 ? refusals : Create(db, company, member, form, now);
        }, cancel);

    /// <summary>Two keys of one name could not be told apart when one must be revoked; a dead one's name is free again.</summary>
    private static async Task<IReadOnlyList<Refusal>> ConflictsAsync(AppDb db, string name, LocalDate today, CancellationToken cancel)
    {
        var live = await db.ApiKeys.Where(key => key.Revoked == null && (key.Expires == null || key.Expires >= today)).Select(key => key.Name).ToListAsync(cancel);
        List<Refusal> refusals = [];
        if (live.Count >= ApiKey.MaxLive) refusals.Add(new Refusal(RefusalReason.TooManyApiKeys));
        if (live.Contains(name, StringComparer.OrdinalIgnoreCase)) refusals.Add(new Refusal(RefusalReason.ApiKeyNameTaken, "name"));
        return refusals;
    }

    private static Outcome<NewApiKey> Create(AppDb db, Company company, SignedInMember member, ApiKeyForm form, Instant now)
    {
        var secret = ApiKeySecret.New();
        var key = new ApiKey(company.Id, company.TakeId(), form.Name.Trim(), secret.Hint, secret.Hash, form.Access & ApiAccess.All, now, member.Name)
        {
            Expires = form.Expires,
            RequestsPerMinute = form.RequestsPerMinute!.Value,
        };
        db.Add(key);
        return new NewApiKey(key, secret.Reveal());
    }
}
