using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.WorkOrders;

public class SeatsTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task A_hall_for_three_takes_three_and_refuses_the_fourth(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        foreach (var time in (string[])["12:00", "12:15", "12:30"])
            Assert.False((await salon.BookAsync(salon.Company.Yoga, salon.Company.YogaHall, time)).IsRefused);

        Assert.Equal(RefusalReason.TimeTaken, (await salon.BookAsync(salon.Company.Yoga, salon.Company.YogaHall, "12:45")).Refusals[0].Reason);
        Assert.False((await salon.BookAsync(salon.Company.Yoga, salon.Company.YogaHall, "13:00")).IsRefused);
    }

    [Theory, OnBothDatabases]
    public async Task Where_the_load_fits_but_no_seat_is_free_all_along_the_others_change_seats(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        // Seat 1: 11:45–12:45 and 13:00–13:45, seat 2: 12:00–13:00, seat 3: 12:30–13:30. From 12:45 to 13:45 never more than two are taken,
        // but no one seat is free all along.
        var visits = await BookAsync(salon, (salon.Company.Yoga, "11:45"), (salon.Company.Yoga, "12:00"), (salon.Company.Yoga, "12:30"), (salon.Company.Stretching, "13:00"));
        await using var before = salon.Db();
        var taken = await before.OccupiedRanges.AsNoTracking().ToListAsync(Cancel);
        Assert.All([1, 2, 3], seat => Assert.Contains(taken, row => row.Seat == seat && row.Start < Salon.At("13:45") && row.Finish > Salon.At("12:45")));

        var booked = await salon.BookAsync(salon.Company.Yoga, salon.Company.YogaHall, "12:45");

        Assert.False(booked.IsRefused);
        await using var db = salon.Db();
        Assert.Empty(await OccupiedTime.FaultsAsync(db, Cancel));
        Assert.Equal([.. visits, booked.Value.Id], await db.OccupiedRanges.Select(row => row.WorkOrderId!.Value).Order().ToListAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Many_orders_seated_and_freed_in_one_transaction_do_not_trip_over_each_other(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var ids = await BookAsync(salon, (salon.Company.Yoga, "11:45"), (salon.Company.Yoga, "12:00"), (salon.Company.Yoga, "12:30"), (salon.Company.Stretching, "13:00"));

        var outcome = await salon.Use<CompanyWork>().ChangeAsync<int>(salon.Company.Id, async (db, company) =>
        {
            var seats = new Seats(db, await salon.Use<CompanySnapshots>().InAsync(db, company, salon.Now, Cancel), salon.Now);
            var orders = await db.WorkOrders.Include(order => order.Resources).Where(order => ids.Contains(order.Id)).ToListAsync(Cancel);
            foreach (var order in orders.Concat(orders))
            {
                await seats.FreeAsync(order, Cancel);
                Assert.True(await seats.OccupyAsync(order, Cancel));
            }
            return orders.Count;
        }, Cancel);

        Assert.Equal(4, outcome.Value);
        await using var db = salon.Db();
        Assert.Empty(await OccupiedTime.FaultsAsync(db, Cancel));
    }

    private static async Task<List<int>> BookAsync(Salon salon, params (int Service, string Time)[] visits)
    {
        List<int> ids = [];
        foreach (var (service, time) in visits) ids.Add((await salon.BookAsync(service, salon.Company.YogaHall, time)).Value.Id);
        return ids;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
