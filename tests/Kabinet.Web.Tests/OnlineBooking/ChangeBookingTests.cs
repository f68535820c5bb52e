using Kabinet.Notifications;
using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.OnlineBooking;

public class ChangeBookingTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task Cancelling_frees_the_time_at_once(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var maria = Salon.Client();
        var booked = await salon.BookAsync(Salon.Form(salon.Company.Massage, salon.Company.Anna, Salon.At("12:00")) with { RemindBefore = 60 }, maria);
        Assert.DoesNotContain("12:00", await salon.TimesAsync(salon.Company.Massage, salon.Company.Anna));

        var cancelled = await salon.CancelAsync(booked.Value, maria);

        Assert.Equal((OrderStatus.Cancelled, true, CancelBooking.Reasons[0]), (cancelled.Value.Status, cancelled.Value.WasCancelledByClient, cancelled.Value.CancelReason));
        Assert.Contains("12:00", await salon.TimesAsync(salon.Company.Massage, salon.Company.Anna));
        Assert.False((await salon.BookAsync(salon.Company.Massage, salon.Company.Anna, "12:00")).IsRefused);
        await using var db = salon.Db();
        Assert.Equal([MessageKind.BookingMade, MessageKind.BookingCancelled], await db.OutboxMessages
            .Where(message => message.WorkOrderId == booked.Value.Id && message.Withdrawn == null).OrderBy(message => message.Kind).Select(message => message.Kind).ToListAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Moving_takes_the_new_time_and_frees_the_old_one_even_where_they_overlap(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var maria = Salon.Client();
        var booked = await salon.BookAsync(Salon.Form(salon.Company.Massage, salon.Company.Katya, Salon.At("12:00")) with { RemindBefore = 60 }, maria);

        var moved = await salon.MoveAsync(booked.Value, "12:30", maria);

        Assert.Equal((booked.Value.Id, Salon.At("12:30"), Salon.At("13:30")), (moved.Value.Id, moved.Value.Start, moved.Value.Finish));
        await using var db = salon.Db();
        Assert.Equal([(Salon.At("12:30"), Salon.At("13:40")), (Salon.At("12:30"), Salon.At("13:40"))],
            (await db.OccupiedRanges.ToListAsync(Cancel)).Select(row => (row.Start, row.Finish)));
        Assert.Equal(Salon.At("11:30"), (await db.OutboxMessages.SingleAsync(message => message.Kind == MessageKind.Reminder && message.Withdrawn == null, Cancel)).Due);
        Assert.Empty(await WorkOrders.OccupiedTime.FaultsAsync(db, Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task A_move_that_is_refused_leaves_everything_as_it_was(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var maria = Salon.Client();
        var booked = await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00", maria);
        await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "15:00");

        var refused = await salon.MoveAsync(booked.Value, "15:30", maria);

        Assert.Equal((RefusalReason.TimeTaken, 3), (refused.Refusals[0].Reason, refused.Refusals[0].NearestFree!.Count));
        Assert.Equal(Salon.At("12:00"), (await salon.Use<ClientBookings>().FindAsync(salon.Company.Id, maria, booked.Value.Id, Cancel))!.Start);
        await using var db = salon.Db();
        Assert.Empty(await WorkOrders.OccupiedTime.FaultsAsync(db, Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task After_the_cut_off_a_booking_stays(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var maria = Salon.Client();
        var booked = await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00", maria);

        salon.Clock.SetUtcNow(Salon.At("10:00").ToDateTimeOffset());
        Assert.False((await salon.MoveAsync(booked.Value, "12:15", maria)).IsRefused);
        salon.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(RefusalReason.TooLateToMove, (await salon.MoveAsync(booked.Value, "15:00", maria)).Refusals[0].Reason);
        Assert.Equal(RefusalReason.TooLateToCancel, (await salon.CancelAsync(booked.Value, maria)).Refusals[0].Reason);
        salon.Clock.SetUtcNow(Salon.At("13:15").ToDateTimeOffset());
        Assert.Equal(RefusalReason.AlreadyClosed, (await salon.CancelAsync(booked.Value, maria)).Refusals[0].Reason);
    }

    [Theory, OnBothDatabases]
    public async Task Another_browser_finds_no_such_booking(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var booked = await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00");
        var stranger = Salon.Client();

        Assert.Equal(RefusalReason.NotFound, (await salon.MoveAsync(booked.Value, "15:00", stranger)).Refusals[0].Reason);
        Assert.Equal(RefusalReason.NotFound, (await salon.CancelAsync(booked.Value, stranger)).Refusals[0].Reason);
        Assert.Null(await salon.Use<ClientBookings>().FindAsync(salon.Company.Id, stranger, booked.Value.Id, Cancel));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
