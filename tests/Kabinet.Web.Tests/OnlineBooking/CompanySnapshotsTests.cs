using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.ServiceCatalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.OnlineBooking;

public class CompanySnapshotsTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task What_this_node_booked_is_taken_in_its_very_next_answer(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        Assert.Contains("12:00", await salon.TimesAsync(salon.Company.Haircut, salon.Company.Anna));

        // The clock stands still: it is not age that tells, but the version.
        await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00");

        Assert.DoesNotContain("12:00", await salon.TimesAsync(salon.Company.Haircut, salon.Company.Anna));
    }

    [Theory, OnBothDatabases]
    public async Task Another_node_sees_it_within_half_a_second_and_refuses_it_even_before(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await using var otherNode = Salon.Node(salon.Database.Choice, salon.Clock);
        var there = otherNode.GetRequiredService<CompanySnapshots>();
        Assert.True(await IsFreeAsync(there, salon));

        await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00");

        Assert.True(await IsFreeAsync(there, salon));
        var late = await otherNode.GetRequiredService<BookAppointment>().RunAsync(
            salon.Company.Id, Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("12:00")), Salon.Client(), Cancel);
        Assert.Equal(RefusalReason.TimeTaken, late.Refusals[0].Reason);
        salon.Clock.Advance(CompanySnapshots.Freshness.ToTimeSpan());
        Assert.False(await IsFreeAsync(there, salon));
    }

    [Theory, OnBothDatabases]
    public async Task While_nothing_changes_nothing_is_read_anew(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var snapshots = salon.Use<CompanySnapshots>();
        var first = await snapshots.GetAsync(salon.Company.Id, Cancel);
        salon.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Same(first, await snapshots.GetAsync(salon.Company.Id, Cancel));

        await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00");

        var second = await snapshots.GetAsync(salon.Company.Id, Cancel);
        Assert.NotSame(first, second);
        Assert.Same(first.Catalogue, second.Catalogue);
    }

    [Theory, OnBothDatabases]
    public async Task A_change_of_the_catalogue_is_read_and_binds_the_very_next_booking(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await salon.TimesAsync(salon.Company.Haircut, salon.Company.Anna);

        await salon.Use<CompanyWork>().ChangeAsync<Service>(salon.Company.Id, async (db, company) =>
        {
            var haircut = await db.Services.SingleAsync(service => service.Id == salon.Company.Haircut, Cancel);
            haircut.IsOfferedOnline = false;
            company.TouchCatalogue();
            return haircut;
        }, Cancel);

        Assert.Equal(RefusalReason.ServiceNotOffered, (await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00")).Refusals[0].Reason);
        var snapshot = await salon.Use<CompanySnapshots>().GetAsync(salon.Company.Id, Cancel);
        Assert.DoesNotContain(snapshot.ServicesFor(null), service => service.Id == salon.Company.Haircut);
    }

    [Theory, OnBothDatabases]
    public async Task After_midnight_today_is_another_day(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await salon.TimesAsync(salon.Company.Haircut, salon.Company.Anna);

        salon.Clock.SetUtcNow(Salon.At("00:00", 1).ToDateTimeOffset());

        Assert.Equal(Salon.Monday.PlusDays(1), (await salon.Use<CompanySnapshots>().GetAsync(salon.Company.Id, Cancel)).Catalogue.Today);
        Assert.Empty(await salon.TimesAsync(salon.Company.Haircut, salon.Company.Anna));
    }

    [Theory, OnBothDatabases]
    public async Task A_database_that_went_back_in_time_takes_the_copy_with_it(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00");
        Assert.DoesNotContain("12:00", await salon.TimesAsync(salon.Company.Haircut, salon.Company.Anna));

        // A standby took over that had not got the last commit, or a backup was put back under a running node.
        await LoseLastCommitAsync(salon);
        salon.Clock.Advance(CompanySnapshots.Freshness.ToTimeSpan());
        Assert.Contains("12:00", await salon.TimesAsync(salon.Company.Haircut, salon.Company.Anna));
        // The version is again what it was, and it is another one.
        Assert.False((await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "16:00")).IsRefused);

        var times = await salon.TimesAsync(salon.Company.Haircut, salon.Company.Anna);
        Assert.Contains("12:00", times);
        Assert.DoesNotContain("16:00", times);
    }

    [Theory, OnBothDatabases]
    public async Task A_booking_in_a_database_that_went_back_in_time_is_decided_by_what_is_there(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00");
        await salon.TimesAsync(salon.Company.Haircut, salon.Company.Anna);

        await LoseLastCommitAsync(salon);

        Assert.False((await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00")).IsRefused);
    }

    [Theory, OnBothDatabases]
    public async Task Of_more_companies_than_are_kept_the_one_not_asked_about_for_longest_gives_way(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var others = new List<TestCompany>();
        foreach (var slug in (string[])["garage", "studio"]) others.Add(await TestCompany.CreateAsync(salon.Use<Databases>(), salon.Now, slug));
        var snapshots = new CompanySnapshots(salon.Use<Databases>(), salon.Use<CompanyChanges>(), salon.Use<IClock>(), companiesInMemory: 2);
        var mint = await snapshots.GetAsync(salon.Company.Id, Cancel);
        var garage = await snapshots.GetAsync(others[0].Id, Cancel);
        Assert.Same(mint, await snapshots.GetAsync(salon.Company.Id, Cancel));

        await snapshots.GetAsync(others[1].Id, Cancel);

        Assert.Same(mint, await snapshots.GetAsync(salon.Company.Id, Cancel));
        var again = await snapshots.GetAsync(others[0].Id, Cancel);
        Assert.NotSame(garage, again);
        Assert.Equal(("garage", garage.Version), (again.Catalogue.Company.Slug, again.Version));
    }

    private static async Task LoseLastCommitAsync(Salon salon)
    {
        await using var db = salon.Db();
        // The lines and the occupied time go with the order.
        foreach (var statement in (string[])["DELETE FROM work_orders", "DELETE FROM occupied_days", "UPDATE companies SET version = version - 1"])
            await db.Database.ExecuteSqlRawAsync(statement, Cancel);
    }

    private static async Task<bool> IsFreeAsync(CompanySnapshots snapshots, Salon salon)
    {
        var snapshot = await snapshots.GetAsync(salon.Company.Id, Cancel);
        var haircut = Choice.Of(snapshot.Catalogue, [salon.Company.Haircut], salon.Company.Anna).Value;
        return snapshot.Slots(haircut, Salon.Monday, Salon.Monday, salon.Now).Contains(Salon.At("12:00"));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
