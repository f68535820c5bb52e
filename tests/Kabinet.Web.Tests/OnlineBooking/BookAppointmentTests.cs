using Kabinet.Notifications;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.OnlineBooking;

public class BookAppointmentTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task A_booking_is_a_work_order_with_its_lines_its_time_and_its_messages(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var form = Salon.Form(salon.Company.Massage, salon.Company.Anna, Salon.At("12:00")) with { Comment = " Первый раз ", RemindBefore = 120 };

        var booked = await salon.BookAsync(form);

        await using var db = salon.Db();
        var order = await db.WorkOrders.Include(one => one.Works).Include(one => one.Resources).SingleAsync(Cancel);
        Assert.Equal(booked.Value.Id, order.Id);
        Assert.Equal((OrderSource.Cabinet, OrderStatus.Open, "Первый раз"), (order.Source, order.Status, order.Comment));
        Assert.Equal((Salon.At("12:00"), Salon.At("13:00")), (order.Start, order.Finish));
        Assert.Equal((Money.Rubles(3000), Money.Rubles(3000)), (order.Sum, Assert.Single(order.Works).Sum));
        Assert.Equal([salon.Company.Anna, salon.Company.Room], order.Resources.OrderBy(line => line.Number).Select(line => line.ResourceId));
        Assert.Equal([Salon.At("13:10"), Salon.At("13:10")], await db.OccupiedRanges.Select(row => row.Finish).ToListAsync(Cancel));
        Assert.Equal([MessageKind.BookingMade, MessageKind.Reminder],
            await db.OutboxMessages.OrderBy(message => message.Due).Select(message => message.Kind).ToListAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task A_time_taken_meanwhile_is_refused_with_the_nearest_free_ones(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00");

        var second = await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:30");

        var refusal = Assert.Single(second.Refusals);
        Assert.Equal((RefusalReason.TimeTaken, "start"), (refusal.Reason, refusal.Field));
        Assert.Equal([Salon.At("11:00"), Salon.At("13:00"), Salon.At("15:00")], refusal.NearestFree!);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
