using Kabinet.Data;
using Kabinet.Notifications;
using Kabinet.Web.Tests.Starting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Data;

/// <summary>The real application, killed while clients book: what was confirmed is there whole, nothing is there by half.</summary>
public class KillTests(PostgresCluster postgres)
{
    private const int Kills = 3, BookingsBetween = 15;

    [Theory(Timeout = 240_000), OnBothDatabases]
    public async Task What_was_confirmed_before_a_kill_is_there_whole_and_nothing_by_half(Store store)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var salon = await Salon.OpenAsync(store, postgres);
        List<int> confirmed = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            using var application = Application.StartWithBookings(salon.Database);
            while (confirmed.Count < (kill + 1) * BookingsBetween) confirmed.Add(await ReadBookingAsync(application, cancel));
            application.Kill();
            // What it had said but we had not read yet was said after the commit, too.
            while (await application.ReadToAsync(StreamOfBookings.Booked, cancel) is { } line) confirmed.Add(StreamOfBookings.IdIn(line));
        }

        await using var db = salon.Db();
        var orders = await db.WorkOrders.Include(order => order.Works).Include(order => order.Resources).ToListAsync(cancel);
        var messages = await db.OutboxMessages.ToListAsync(cancel);
        var rows = await db.OccupiedRanges.ToListAsync(cancel);
        Assert.Equal([], confirmed.Except(orders.Select(order => order.Id)));
        Assert.All(orders, order =>
        {
            Assert.Single(order.Works);
            Assert.Equal(2, order.Resources.Count);
            Assert.Equal(2, rows.Count(row => row.WorkOrderId == order.Id));
            Assert.Equal([MessageKind.BookingMade, MessageKind.Reminder], messages.Where(message => message.WorkOrderId == order.Id).Select(message => message.Kind).Order());
        });
        Assert.Equal(rows.Count, 2 * orders.Count);
        Assert.Equal(messages.Count, 2 * orders.Count);
        Assert.Empty(await WorkOrders.OccupiedTime.FaultsAsync(db, cancel));
        if (store == Store.Sqlite) Assert.Equal(["ok"], await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync(cancel));
        await DoubleBookingGuard.AssertAsync(db, cancel);
        Assert.False((await salon.BookAsync(salon.Company.Haircut, salon.Company.Katya, "12:00")).IsRefused);
    }

    private static async Task<int> ReadBookingAsync(Application application, CancellationToken cancel) =>
        StreamOfBookings.IdIn(await application.ReadToAsync(StreamOfBookings.Booked, cancel) ?? throw new InvalidOperationException("The application ended early: " + await application.ReadErrorsAsync(cancel)));
}
