using Kabinet.Data;
using Xunit;

namespace Kabinet.Web.Tests.Data;

/// <summary>The application's own start, before the first request.</summary>
public class StartUpTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task Nodes_that_start_together_over_an_empty_database_all_start(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StartAsync(database.Choice))));

        using var databases = new Databases(database.Choice);
        await using var db = databases.Open();
        await DoubleBookingGuard.AssertAsync(db, TestContext.Current.CancellationToken);
    }

    private static async Task StartAsync(DatabaseChoice choice)
    {
        using var node = new Databases(choice);
        await new StartUp(node).RunAsync(TestContext.Current.CancellationToken);
    }
}
