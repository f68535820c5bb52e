using Microsoft.Data.Sqlite;
using Xunit;

namespace Kabinet.Web.Tests.Data;

public class SqliteLockTests(PostgresCluster postgres)
{
    [Fact]
    public async Task While_another_process_writes_pages_are_read_and_a_booking_waits_its_turn()
    {
        await using var salon = await Salon.OpenAsync(Store.Sqlite, postgres);
        await using var other = new SqliteConnection(salon.Database.Choice.Connection + ";Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        using (var command = new SqliteCommand("BEGIN IMMEDIATE; UPDATE companies SET version = version + 1", other)) await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        Assert.Contains("12:00", await salon.TimesAsync(salon.Company.Haircut, salon.Company.Anna));
        var booking = Task.Run(() => salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00"), TestContext.Current.CancellationToken);
        using (var command = new SqliteCommand("COMMIT", other)) await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        Assert.False((await booking).IsRefused);
        Assert.DoesNotContain("12:00", await salon.TimesAsync(salon.Company.Haircut, salon.Company.Anna));
    }
}
