using Kabinet.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kabinet.Web.Tests.Data;

public class MigrationTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task Migrations_make_the_whole_model_from_nothing_and_starting_again_changes_nothing(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        await using var node = Salon.Node(database.Choice, TimeProvider.System);
        await using var db = node.GetRequiredService<Databases>().Open();

        await node.GetRequiredService<StartUp>().RunAsync(Cancel);
        await node.GetRequiredService<StartUp>().RunAsync(Cancel);

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancel));
        Assert.Empty(await db.Companies.ToListAsync(Cancel));
        await DoubleBookingGuard.AssertAsync(db, Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
