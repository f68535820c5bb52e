using Kabinet.Data;
using Kabinet.OnlineBooking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.OnlineBooking;

/// <summary>Copies are brought up to date by the days that changed: whatever happened, they must be what a node that has just started would read.</summary>
public class KeptUpSnapshotsTests(PostgresCluster postgres)
{
    private const int Runs = 3, Steps = 60;

    [Theory(Timeout = 240_000), OnBothDatabases]
    public async Task Whatever_happened_a_copy_kept_up_to_date_is_the_one_that_is_read_from_nothing(Store store)
    {
        var cancel = TestContext.Current.CancellationToken;
        HashSet<string> neverDone = [];
        for (var seed = 1; seed <= Runs; seed++)
        {
            await using var salon = await Salon.OpenAsync(store, postgres);
            await using var otherNode = Salon.Node(salon.Database.Choice, salon.Clock);
            var life = new BusySalon(salon, otherNode, seed);
            if (seed == 1) neverDone.UnionWith(life.Steps);
            for (var step = 0; step < Steps; step++)
            {
                var done = await life.StepAsync(cancel);
                neverDone.Remove(done);
                // The other node looks more seldom, so that it has several changes to catch up with.
                salon.Clock.Advance(CompanySnapshots.Freshness.ToTimeSpan());
                await AssertKeptUpAsync(salon, salon.Use<CompanySnapshots>(), $"seed {seed}, step {step}: {done}");
                if (step % 4 == 3) await AssertKeptUpAsync(salon, otherNode.GetRequiredService<CompanySnapshots>(), $"other node, seed {seed}, step {step}: {done}");
            }
            await using var db = salon.Db();
            Assert.Empty(await WorkOrders.OccupiedTime.FaultsAsync(db, cancel));
        }
        Assert.Empty(neverDone);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_taken_or_freed_by_hand_is_marked_too(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var order = (await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00")).Value;
        Assert.DoesNotContain("12:00", await salon.TimesAsync(salon.Company.Haircut, salon.Company.Anna));

        // The lines and the occupied time go by cascade.
        await ByHandAsync(salon, $"DELETE FROM work_orders WHERE company_id = {salon.Company.Id} AND id = {order.Id}");
        Assert.Contains("12:00", await salon.TimesAsync(salon.Company.Haircut, salon.Company.Anna));

        await salon.HoldAsync(salon.Company.Haircut, salon.Company.Anna, "16:00", Salon.Client());
        Assert.DoesNotContain("16:00", await salon.TimesAsync(salon.Company.Haircut, salon.Company.Anna));
        await ByHandAsync(salon, $"UPDATE occupied_ranges SET resource_id = {salon.Company.Katya} WHERE company_id = {salon.Company.Id}");
        Assert.Contains("16:00", await salon.TimesAsync(salon.Company.Haircut, salon.Company.Anna));
        Assert.DoesNotContain("16:00", await salon.TimesAsync(salon.Company.Haircut, salon.Company.Katya));
    }

    [Theory]
    [InlineData(Store.Sqlite, "DROP TRIGGER occupied_ranges_after_insert")]
    [InlineData(Store.Sqlite, "DROP TRIGGER occupied_ranges_after_update")]
    [InlineData(Store.Sqlite, "DROP TRIGGER occupied_ranges_after_delete")]
    [InlineData(Store.Postgres, "DROP TRIGGER occupied_ranges_mark_day ON occupied_ranges")]
    [InlineData(Store.Postgres, "ALTER TABLE occupied_ranges DISABLE TRIGGER occupied_ranges_mark_day")]
    public async Task A_database_that_does_not_mark_is_noticed_and_the_next_start_repairs_what_is_missing(Store store, string harm)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await using var db = salon.Db();
        await OccupiedDays.AssertAsync(db, Cancel);

        await db.Database.ExecuteSqlRawAsync(harm, Cancel);

        await Assert.ThrowsAsync<InvalidOperationException>(() => OccupiedDays.AssertAsync(db, Cancel));
        await salon.Use<StartUp>().RunAsync(Cancel);
        await OccupiedDays.AssertAsync(db, Cancel);
    }

    private static async Task AssertKeptUpAsync(Salon salon, CompanySnapshots snapshots, string when)
    {
        var fromNothing = new CompanySnapshots(salon.Use<Databases>(), new CompanyChanges(NullLogger<CompanyChanges>.Instance), salon.Use<IClock>());
        var expected = await fromNothing.GetAsync(salon.Company.Id, Cancel);
        var kept = await snapshots.GetAsync(salon.Company.Id, Cancel);

        Assert.True(expected.Version == kept.Version, when);
        Assert.True(Rows(expected).SequenceEqual(Rows(kept)), $"{when}: {string.Join("; ", Rows(expected).Except(Rows(kept)))} is not known, {string.Join("; ", Rows(kept).Except(Rows(expected)))} is no more");
        foreach (var service in expected.ServicesFor(null))
        {
            var last = expected.Catalogue.Today.PlusDays(6);
            Assert.True(expected.Slots(new Choice([service], null), expected.Catalogue.Today, last, salon.Now)
                .SequenceEqual(kept.Slots(new Choice([service], null), expected.Catalogue.Today, last, salon.Now)), $"{when}: {service.Name}");
        }
    }

    private static IEnumerable<string> Rows(CompanySnapshot snapshot) => snapshot.Occupations.Select(one => one.ToString()).Order();

    private static Task<Outcome<int>> ByHandAsync(Salon salon, string sql) => salon.Use<CompanyWork>().ChangeAsync<int>(
        salon.Company.Id, async (db, _) => await db.Database.ExecuteSqlRawAsync(sql, Cancel), Cancel);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
