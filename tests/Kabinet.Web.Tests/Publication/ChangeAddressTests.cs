using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.Publication;
using Kabinet.Staff;
using Kabinet.Web.Tests.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kabinet.Web.Tests.Publication;

public class ChangeAddressTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task A_former_address_stays_the_companys_and_may_be_taken_back_by_it_alone(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (change, rival) = (Change(salon), await salon.RivalAsync());

        Assert.Equal("myata", (await salon.MoveAsync(change, " Myata ")).Value);
        Assert.Equal([(RefusalReason.AddressTaken, "address")], Refusals(await change.RunAsync(rival, "mint", "garage", Cancel)));
        Assert.Equal([(RefusalReason.AddressTaken, "address")], Refusals(await change.RunAsync(rival, "myata", "garage", Cancel)));
        Assert.Equal(["mint"], (await Card(salon).RunAsync(salon.Company.Id, Cancel)).Former);

        Assert.Equal("mint", (await salon.MoveAsync(change, "mint", from: "myata")).Value);
        Assert.Equal(new PublicationCard("mint", true, ["myata"]), await Card(salon).RunAsync(salon.Company.Id, Cancel));
        Assert.Equal("garage", (await Card(salon).RunAsync(rival.CompanyId, Cancel)).Slug);
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_companies_that_want_an_address_at_once_one_gets_it(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (olga, rival) = (await salon.HiredOlgaAsync(), await salon.RivalAsync());

        for (var i = 0; i < 5; i++)
        {
            var wanted = $"beauty-{i}";
            var (mine, theirs) = ((await Card(salon).RunAsync(olga.CompanyId, Cancel)).Slug, (await Card(salon).RunAsync(rival.CompanyId, Cancel)).Slug);
            var outcomes = await Task.WhenAll(Task.Run(() => Change(salon).RunAsync(olga, wanted, mine, Cancel)), Task.Run(() => Change(salon).RunAsync(rival, wanted, theirs, Cancel)));

            Assert.Equal([(RefusalReason.AddressTaken, "address")], outcomes.SelectMany(Refusals));
        }
    }

    [Theory]
    [InlineData("", RefusalReason.AddressInvalid)]
    [InlineData("m", RefusalReason.AddressInvalid)]
    [InlineData("мята", RefusalReason.AddressInvalid)]
    [InlineData("-mint", RefusalReason.AddressInvalid)]
    [InlineData("mint/new", RefusalReason.AddressInvalid)]
    [InlineData("mint?x", RefusalReason.AddressInvalid)]
    [InlineData("a23456789012345678901234567890123456789012", RefusalReason.AddressInvalid)]
    [InlineData("office", RefusalReason.AddressTaken)]
    [InlineData("API", RefusalReason.AddressTaken)]
    public async Task What_is_no_address_is_refused_beside_the_field(string typed, RefusalReason reason)
    {
        await using var salon = await Salon.OpenAsync(Store.Sqlite, postgres);

        Assert.Equal([(reason, "address")], Refusals(await salon.MoveAsync(Change(salon), typed)));
        Assert.Equal(new PublicationCard("mint", true, []), await Card(salon).RunAsync(salon.Company.Id, Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task The_second_of_two_owners_is_told_and_nobody_else_moves_or_closes_a_cabinet(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (change, olga, rival) = (Change(salon), await salon.HiredOlgaAsync(), await salon.RivalAsync());
        var irina = await salon.AtDeskAsync(SalonStaff.IrinasEmail, "Ирина", StaffRole.Manager);

        Assert.False((await salon.MoveAsync(change, "myata")).IsRefused);
        Assert.Equal([(RefusalReason.ChangedMeanwhile, "")], Refusals(await salon.MoveAsync(change, "mint-salon")));
        foreach (var member in new[] { irina, irina with { Role = StaffRole.Owner }, rival with { CompanyId = salon.Company.Id }, olga with { UserId = Guid.NewGuid() } })
        {
            Assert.Equal([(RefusalReason.OwnersOnly, "")], Refusals(await change.RunAsync(member, "stolen", "myata", Cancel)));
            Assert.Equal([(RefusalReason.OwnersOnly, "")], Refusals(await new SwitchCabinet(salon.Use<CompanyWork>()).RunAsync(member, false, Cancel)));
        }
        Assert.Equal(new PublicationCard("myata", true, ["mint"]), await Card(salon).RunAsync(salon.Company.Id, Cancel));
    }

    [Fact]
    public async Task Twenty_addresses_are_enough_for_one_company_and_it_may_still_go_back()
    {
        await using var salon = await Salon.OpenAsync(Store.Sqlite, postgres);
        var (change, at) = (Change(salon), "mint");
        for (var i = 1; i < Company.MaxAddresses; i++) at = (await salon.MoveAsync(change, $"mint-{i}", at)).Value;

        Assert.Equal([(RefusalReason.TooManyAddresses, "address")], Refusals(await salon.MoveAsync(change, "mint-more", at)));
        Assert.Equal("mint", (await salon.MoveAsync(change, "mint", at)).Value);
    }

    [Theory, OnBothDatabases]
    public async Task A_company_from_before_there_were_former_addresses_is_found_at_its_own(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        await using var node = Salon.Node(database.Choice, TimeProvider.System);
        await using (var db = node.GetRequiredService<Databases>().Open())
        {
            await db.GetService<IMigrator>().MigrateAsync("ApiKeys", Cancel);
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO companies (slug, name, time_zone, appearance, about, online_booking, is_published, version, catalogue_version, last_id, last_order_number)
                VALUES ('old', 'Старая', 'Europe/Moscow', {"{}"}, {"{}"}, {"{}"}, FALSE, 0, 0, 0, 0)
                """, Cancel);
        }

        await node.GetRequiredService<StartUp>().RunAsync(Cancel);

        await using var after = node.GetRequiredService<Databases>().Open();
        Assert.Equal("old", (await after.Companies.Include(company => company.Addresses).SingleAsync(Cancel)).Addresses.Single().Slug);
    }

    private static ChangeAddress Change(Salon salon) => new(salon.Use<CompanyWork>());
    private static OpenPublication Card(Salon salon) => new(salon.Use<Databases>());
    private static List<(RefusalReason, string)> Refusals<T>(Outcome<T> outcome) => [.. outcome.Refusals.Select(refusal => (refusal.Reason, refusal.Field))];
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
