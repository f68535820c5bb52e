using System.Globalization;
using System.Text.Json.Nodes;
using Kabinet.Data;
using Kabinet.Web.Tests.Exchange;
using Kabinet.Web.Tests.Starting;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Commands;

public class ImportCommandTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task What_was_imported_is_said_and_progress_goes_to_the_standard_error(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);

        var run = await ImportAsync(database, Imported.File());

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            "Imported Цирюльня: resources 2, services 1, customers 2, work orders 2\n  Cabinet      /barber   not open to clients yet\n  Back office  /office   nobody can sign in yet\n",
            run.Output);
        Assert.Contains("Writing work orders: 2 of 2\n", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_are_listed_up_to_a_hundred_and_no_database_is_made()
    {
        await using var database = await TestDatabase.CreateAsync(Store.Sqlite, postgres);
        var file = Imported.File();
        file["workOrders"] = new JsonArray([.. Enumerable.Range(0, 120).Select(_ => Order("2026-03-03T10:00", "shave"))]);

        var run = await ImportAsync(database, file);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        var lines = run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.Equal("workOrders[0].services[0]: there is no service 'shave'", lines[0]);
        Assert.Equal(["workOrders[99].services[0]: there is no service 'shave'", "… and 20 more", "Kabinet: - is not imported: 120 problems"], lines[^3..]);
        Assert.Empty(Directory.EnumerateFiles(database.Folder!));
    }

    [Theory, OnBothDatabases]
    public async Task Killed_on_the_way_it_leaves_nothing(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        var file = Many(4000);
        var path = Path.Combine(Path.GetTempPath(), $"kabinet-import-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(path, file.ToJsonString(), Cancel);
        using (var import = Application.Start(["import", path, .. Application.On(database)]))
        {
            Assert.NotNull(await import.ReadErrorsToAsync("Writing work orders", Cancel));
            import.Kill();
            await import.WaitForExitAsync(Cancel);
        }
        using var databases = new Databases(database.Choice);
        await using (var db = databases.Open())
        {
            Assert.Empty(await db.Companies.ToListAsync(Cancel));
            Assert.Equal(0, await db.WorkOrders.IgnoreQueryFilters([AppDb.OfCompany]).CountAsync(Cancel));
        }

        var again = await Application.RunAsync(["import", path, "--owner", "boris@barber.example", .. Application.On(database)], Cancel, "ножницы-и-бритва\n");

        File.Delete(path);
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("boris@barber.example", again.Output, StringComparison.Ordinal);
        await using var after = databases.Open();
        after.Of((await after.Companies.SingleAsync(Cancel)).Id);
        Assert.Equal((4000, 4000), (await after.WorkOrders.CountAsync(Cancel), await after.OccupiedRanges.CountAsync(Cancel)));
        Assert.Equal(1, await after.StaffMembers.CountAsync(Cancel));
    }

    private static JsonNode Many(int count)
    {
        var file = Imported.File();
        var first = new LocalDateTime(2027, 1, 1, 10, 0);
        file["workOrders"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => Order(first.PlusHours(2 * i).ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture), "cut"))]);
        return file;
    }

    private static JsonObject Order(string start, string service) =>
        new JsonObject { ["customer"] = "maria", ["resource"] = "boris", ["start"] = start, ["services"] = new JsonArray(service) };

    private static Task<Application.Run> ImportAsync(TestDatabase database, JsonNode file) =>
        Application.RunAsync(["import", "-", .. Application.On(database)], Cancel, file.ToJsonString());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
