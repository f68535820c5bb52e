using Kabinet.Data;
using Kabinet.Web.Tests.Data;
using Kabinet.Web.Tests.Starting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Commands;

public sealed class BackupCommandTests(PostgresCluster postgres) : IDisposable
{
    private readonly DataFolder folder = new();

    [Fact]
    public async Task A_backup_taken_under_a_stream_of_bookings_is_whole_and_has_what_was_confirmed_before()
    {
        await using var salon = await Salon.OpenAsync(Store.Sqlite, postgres);
        List<int> confirmed = [];
        Application.Run backup;
        using (var server = Application.StartWithBookings(salon.Database))
        {
            while (confirmed.Count < 20) confirmed.Add(StreamOfBookings.IdIn((await server.ReadToAsync(StreamOfBookings.Booked, Cancel))!));
            backup = await Application.RunAsync(["backup", folder.At("monday.db"), "--data", salon.Database.Folder!], Cancel);
            Assert.NotNull(await server.ReadToAsync(StreamOfBookings.Booked, Cancel));
        }
        Assert.Equal((0, ""), (backup.ExitCode, backup.Errors));
        Assert.Equal(["monday.db"], folder.Files);

        var restore = await Application.RunAsync(["restore", folder.At("monday.db"), "--data", folder.At("new")], Cancel);

        Assert.Equal((0, ""), (restore.ExitCode, restore.Errors));
        using var databases = new Databases(DatabaseChoice.Sqlite(folder.At("new")));
        await new StartUp(databases).RunAsync(Cancel);
        await using var db = databases.Open(salon.Company.Id);
        var orders = await db.WorkOrders.Include(order => order.Works).Include(order => order.Resources).AsNoTracking().ToListAsync(Cancel);
        Assert.Empty(confirmed.Except(orders.Select(order => order.Id)));
        Assert.All(orders, order => Assert.Equal((1, 2), (order.Works.Count, order.Resources.Count)));
        Assert.Equal(2 * orders.Count, await db.OutboxMessages.CountAsync(Cancel));
        Assert.Empty(await WorkOrders.OccupiedTime.FaultsAsync(db, Cancel));
        Assert.True(await SameAsThenAsync(salon, orders.Max(order => order.Id), orders.Count), "Other orders are in the copy than in the original");
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task A_file_that_is_there_is_replaced_only_when_told_to()
    {
        await folder.FillAsync("mint", Cancel);
        await File.WriteAllTextAsync(folder.At("backup.db"), "precious", Cancel);

        var refused = await Application.RunAsync(["backup", folder.At("backup.db"), "--data", folder.Path], Cancel);

        Assert.Equal((1, "", $"Kabinet: {folder.At("backup.db")} is there already; replace it with --force\n"), (refused.ExitCode, refused.Output, refused.Errors));
        Assert.Equal("precious", await File.ReadAllTextAsync(folder.At("backup.db"), Cancel));
        Assert.Equal(0, (await Application.RunAsync(["backup", folder.At("backup.db"), "--data", folder.Path, "--force"], Cancel)).ExitCode);
        Assert.True(await SqliteFile.HasHeaderAsync(folder.At("backup.db"), Cancel));
    }

    [Theory]
    [InlineData("kabinet.db", "is the database itself")]
    [InlineData("nowhere/backup.db", "there is no folder")]
    [InlineData("", "is a folder")]
    public async Task What_cannot_be_is_said_in_one_line(string file, string said)
    {
        await folder.FillAsync("mint", Cancel);

        var run = await Application.RunAsync(["backup", folder.At(file), "--data", folder.Path, "--force"], Cancel);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(said, Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(["mint"], await folder.SlugsAsync(Cancel));
    }

    [Theory]
    [InlineData("--data", "/nowhere/data", "there is no database /nowhere/data/kabinet.db")]
    [InlineData("--database", "Host=db.example", "pg_dump")]
    public async Task Where_there_is_no_embedded_database_it_says_so(string option, string value, string said)
    {
        var run = await Application.RunAsync(["backup", folder.At("backup.db"), option, value], Cancel);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Ids rise with every change, so the copy has all orders up to its last one.</summary>
    private static async Task<bool> SameAsThenAsync(Salon salon, int lastId, int count)
    {
        await using var db = salon.Db();
        return await db.WorkOrders.CountAsync(order => order.Id <= lastId, Cancel) == count;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
