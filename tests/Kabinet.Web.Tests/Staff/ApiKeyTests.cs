using System.Data.Common;
using Kabinet.Data;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Staff;

public class ApiKeyTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task A_new_key_opens_what_its_owner_chose_and_nothing_else(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var olga = await salon.OlgaAtDeskAsync();
        var form = KeyMaking.Form("  Сайт ", ApiAccess.WriteWorkOrders | ApiAccess.ReadServices);
        form.Expires = Salon.Monday;
        form.RequestsPerMinute = 30;

        var made = await salon.MakeKeyAsync(olga, form);

        Assert.Matches("^key_[0-9a-f]{40}$", made.Secret);
        var caller = (await salon.ApiKeys().FindAsync(salon.Company.Id, made.Secret, Cancel)).Value;
        Assert.Equal(new ApiCaller(salon.Company.Id, made.Key.Id, "Сайт", ApiAccess.WriteWorkOrders | ApiAccess.ReadServices, 30), caller);
        Assert.True(caller.May(ApiAccess.ReadWorkOrders));
        Assert.True(caller.May(ApiAccess.WriteWorkOrders));
        Assert.True(caller.May(ApiAccess.ReadServices));
        Assert.False(caller.May(ApiAccess.WriteServices));
        Assert.False(caller.May(ApiAccess.ReadCustomers));
        var listed = Assert.Single(await salon.ApiKeys().ListAsync(salon.Company.Id, Cancel));
        Assert.Equal(("Сайт", "Ольга", salon.Now, Salon.Monday), (listed.Name, listed.CreatedBy, listed.Created, listed.Expires));
        Assert.StartsWith(listed.Hint, made.Secret, StringComparison.Ordinal);
        Assert.Equal(10, listed.Hint.Length);
    }

    [Theory, OnBothDatabases]
    public async Task The_secret_is_nowhere_in_the_database(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var made = await salon.MakeKeyAsync(await salon.OlgaAtDeskAsync());
        await salon.TryKeyAsync(made.Secret);

        var everything = await EverythingAsync(salon);

        Assert.Contains(made.Key.SecretHash, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Secret[made.Key.Hint.Length..], everything, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, OnBothDatabases]
    public async Task A_revoked_key_opens_nothing_from_that_moment_and_stays_in_the_list(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var olga = await salon.OlgaAtDeskAsync();
        var (site, other) = (await salon.MakeKeyAsync(olga), await salon.MakeKeyAsync(olga, KeyMaking.Form("1С")));
        Assert.Null(await salon.TryKeyAsync(site.Secret));

        await salon.RevokeApiKey().RunAsync(olga, site.Key.Id, Cancel);
        var revoked = salon.Now;
        salon.Clock.Advance(TimeSpan.FromHours(1));
        await salon.RevokeApiKey().RunAsync(olga, site.Key.Id, Cancel);

        Assert.Equal(RefusalReason.ApiKeyRevoked, await salon.TryKeyAsync(site.Secret));
        Assert.Null(await salon.TryKeyAsync(other.Secret));
        Assert.Equal(revoked, (await salon.ApiKeys().ListAsync(salon.Company.Id, Cancel)).Single(key => key.Name == "Сайт").Revoked);
    }

    [Theory, OnBothDatabases]
    public async Task A_key_works_to_the_end_of_its_last_day_in_the_companys_zone(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var form = KeyMaking.Form();
        form.Expires = Salon.Monday;
        var made = await salon.MakeKeyAsync(await salon.OlgaAtDeskAsync(), form);

        salon.Clock.SetUtcNow(Salon.At("23:59").ToDateTimeOffset());
        Assert.Null(await salon.TryKeyAsync(made.Secret));
        salon.Clock.SetUtcNow(Salon.At("00:00", day: 1).ToDateTimeOffset());
        Assert.Equal(RefusalReason.ApiKeyExpired, await salon.TryKeyAsync(made.Secret));
    }

    [Theory, OnBothDatabases]
    public async Task Its_use_is_recorded_once_a_minute(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var made = await salon.MakeKeyAsync(await salon.OlgaAtDeskAsync());
        async Task<Instant?> UsedAsync() => (await salon.ApiKeys().ListAsync(salon.Company.Id, Cancel)).Single().LastUsed;

        Assert.Null(await UsedAsync());
        await salon.TryKeyAsync(made.Secret);
        var first = salon.Now;
        salon.Clock.Advance(TimeSpan.FromSeconds(59));
        await salon.TryKeyAsync(made.Secret);
        Assert.Equal(first, await UsedAsync());
        salon.Clock.Advance(TimeSpan.FromSeconds(1));
        await salon.TryKeyAsync(made.Secret);
        Assert.Equal(salon.Now, await UsedAsync());
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_secret_and_another_companys_secret_are_unknown(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var olga = await salon.OlgaAtDeskAsync();
        var made = await salon.MakeKeyAsync(olga);
        var neighbour = await TestCompany.CreateAsync(salon.Use<Databases>(), salon.Now, "neighbour");

        foreach (var sent in new[] { null, "", "key_", made.Key.Hint, made.Key.SecretHash, made.Secret + "0", made.Secret[..^1], made.Secret.ToUpperInvariant(), made.Secret + "\n", new string('k', 100_000) })
            Assert.Equal(RefusalReason.ApiKeyUnknown, await salon.TryKeyAsync(sent));
        Assert.Equal(RefusalReason.ApiKeyUnknown, await salon.TryKeyAsync(made.Secret, neighbour.Id));
        Assert.Empty(await salon.ApiKeys().ListAsync(neighbour.Id, Cancel));
        var foreigner = olga with { CompanyId = neighbour.Id };
        Assert.Equal(RefusalReason.OwnersOnly, (await salon.RevokeApiKey().RunAsync(foreigner, made.Key.Id, Cancel)).Refusals[0].Reason);
        Assert.Null(await salon.TryKeyAsync(made.Secret));
    }

    private static async Task<string> EverythingAsync(Salon salon)
    {
        await using var db = salon.Db();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(Cancel);
        var tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct();
        List<string> values = [];
        foreach (var table in tables) values.AddRange(await ValuesAsync(connection, table));
        return string.Join('\n', values);
    }

    private static async Task<List<string>> ValuesAsync(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        List<string> values = [];
        while (await reader.ReadAsync(Cancel))
            for (var i = 0; i < reader.FieldCount; i++) values.Add(reader.GetValue(i).ToString() ?? "");
        return values;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
