using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.Web.Tests.Exchange;
using Kabinet.Web.Tests.Starting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kabinet.Web.Tests.Companies;

/// <summary>Two make a company at one address at the same moment: the second one waits for the first, and is told.</summary>
public class OneAddressTests(PostgresCluster postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Of_two_commands_at_once_the_second_is_refused_in_one_line(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        await using var node = await Imported.NodeAsync(database, Cancel);

        var second = await BehindAnotherAsync(node, () => Application.RunAsync(
            ["create-company", "--address", "barber", "--name", "Цирюльня", "--time-zone", "Europe/Moscow", "--owner", "boris@barber.example", .. Application.On(database)],
            Cancel, "ножницы и бритва"));

        Assert.Equal((1, "", "Kabinet: there is a company at 'barber' already\n"), (second.ExitCode, second.Output, second.Errors));
        await using var db = node.GetRequiredService<Databases>().Open();
        Assert.Equal((1, 0), (await db.Companies.CountAsync(Cancel), await db.Users.CountAsync(Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task An_import_behind_another_company_names_the_address_as_its_problem(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        await using var node = await Imported.NodeAsync(database, Cancel);

        var second = await BehindAnotherAsync(node, () => Task.Run(() => Imported.IntoAsync(node, Imported.File(), Cancel)));

        Assert.Equal(["company.address: there is a company at 'barber' already"], second.Problems.Select(problem => problem.ToString()));
        await using var db = node.GetRequiredService<Databases>().Open();
        Assert.Equal(1, await db.Companies.CountAsync(Cancel));
    }

    /// <summary>Begins it while another company with the address is written but not yet committed.</summary>
    private static async Task<T> BehindAnotherAsync<T>(ServiceProvider node, Func<Task<T>> begin)
    {
        var databases = node.GetRequiredService<Databases>();
        await using var first = databases.Open();
        await using var transaction = await first.Database.BeginTransactionAsync(Cancel);
        first.Add(new Company("barber", "Первая", "Europe/Moscow"));
        await first.SaveChangesAsync(Cancel);

        var second = begin();
        if (databases.IsPostgres) await UntilSomebodyWaitsAsync(databases);
        await transaction.CommitAsync(Cancel);
        return await second;
    }

    // SQLite lets nobody begin meanwhile, so that there is nothing to wait for.
    private static async Task UntilSomebodyWaitsAsync(Databases databases)
    {
        await using var db = databases.Open();
        while (await db.Database.SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").SingleAsync(Cancel) == 0)
            await Task.Delay(20, Cancel);
    }
}
