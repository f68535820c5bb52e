using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Staff;

public class CreateApiKeyTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task Whatever_makes_no_sense_is_refused_beside_its_field_all_at_once(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var olga = await salon.OlgaAtDeskAsync();
        var empty = new ApiKeyForm { Expires = Salon.Monday.PlusDays(-1), RequestsPerMinute = null };
        var endless = KeyMaking.Form(new string('я', ApiKey.MaxNameLength + 1), (ApiAccess)(1 << 20));
        endless.RequestsPerMinute = ApiKey.MaxRequestsPerMinute + 1;

        Assert.Equal(
            [(RefusalReason.ApiKeyNameMissing, "name"), (RefusalReason.ApiKeyAccessMissing, "access"), (RefusalReason.ApiKeyExpiryPassed, "expires"), (RefusalReason.ApiKeyLimitInvalid, "requestsPerMinute")],
            await RefusalsAsync(salon, olga, empty));
        Assert.Equal(
            [(RefusalReason.ApiKeyNameTooLong, "name"), (RefusalReason.ApiKeyAccessMissing, "access"), (RefusalReason.ApiKeyLimitInvalid, "requestsPerMinute")],
            await RefusalsAsync(salon, olga, endless));
        Assert.Empty(await salon.ApiKeys().ListAsync(salon.Company.Id, Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task A_live_keys_name_is_taken_and_a_revoked_ones_is_free_again(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var olga = await salon.OlgaAtDeskAsync();
        var made = await salon.MakeKeyAsync(olga, KeyMaking.Form("Сайт"));

        Assert.Equal([(RefusalReason.ApiKeyNameTaken, "name")], await RefusalsAsync(salon, olga, KeyMaking.Form(" сайт ")));
        await salon.RevokeApiKey().RunAsync(olga, made.Key.Id, Cancel);
        Assert.Empty(await RefusalsAsync(salon, olga, KeyMaking.Form("сайт")));
    }

    [Theory, OnBothDatabases]
    public async Task Fifty_live_keys_are_enough_for_anybody(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var olga = await salon.OlgaAtDeskAsync();
        for (var i = 0; i < ApiKey.MaxLive; i++) await salon.MakeKeyAsync(olga, KeyMaking.Form($"Касса {i}"));

        Assert.Equal([(RefusalReason.TooManyApiKeys, "")], await RefusalsAsync(salon, olga, KeyMaking.Form("Ещё одна")));
        await salon.RevokeApiKey().RunAsync(olga, (await salon.ApiKeys().ListAsync(salon.Company.Id, Cancel))[0].Id, Cancel);
        Assert.Empty(await RefusalsAsync(salon, olga, KeyMaking.Form("Ещё одна")));
    }

    [Theory, OnBothDatabases]
    public async Task Only_who_owns_the_company_at_that_moment_makes_and_revokes_keys(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var olga = await salon.OlgaAtDeskAsync();
        var made = await salon.MakeKeyAsync(olga);
        var irina = await salon.AtDeskAsync(SalonStaff.IrinasEmail, "Ирина", StaffRole.Manager);
        var anna = await salon.AtDeskAsync(SalonStaff.AnnasEmail, "Анна", StaffRole.Specialist);

        // The cookie of the last one still says «owner».
        await DismissAsync(salon, olga);
        foreach (var member in new[] { irina, anna, irina with { Role = StaffRole.Owner }, olga })
        {
            Assert.Equal([(RefusalReason.OwnersOnly, "")], await RefusalsAsync(salon, member, KeyMaking.Form("Тайный")));
            Assert.Equal(RefusalReason.OwnersOnly, (await salon.RevokeApiKey().RunAsync(member, made.Key.Id, Cancel)).Refusals[0].Reason);
        }
        Assert.Null(await salon.TryKeyAsync(made.Secret));
    }

    [Theory, OnBothDatabases]
    public async Task A_key_that_does_not_exist_cannot_be_revoked(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        Assert.Equal(RefusalReason.ApiKeyUnknown, (await salon.RevokeApiKey().RunAsync(await salon.OlgaAtDeskAsync(), 4711, Cancel)).Refusals[0].Reason);
    }

    private static async Task DismissAsync(Salon salon, SignedInMember member)
    {
        await using var db = salon.Db();
        await db.StaffMembers.Where(one => one.UserId == member.UserId).ExecuteDeleteAsync(Cancel);
    }

    private static async Task<List<(RefusalReason, string)>> RefusalsAsync(Salon salon, SignedInMember member, ApiKeyForm form) =>
        [.. (await salon.CreateApiKey().RunAsync(member, form, Cancel)).Refusals.Select(refusal => (refusal.Reason, refusal.Field))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
