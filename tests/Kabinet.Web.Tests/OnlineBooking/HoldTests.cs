using Xunit;

namespace Kabinet.Web.Tests.OnlineBooking;

public class HoldTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task A_held_time_is_nobody_elses_until_it_expires(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var maria = Salon.Client();
        await salon.HoldAsync(salon.Company.Haircut, salon.Company.Anna, "12:00", maria);

        Assert.Equal(RefusalReason.TimeTaken, (await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00")).Refusals[0].Reason);
        Assert.Equal(RefusalReason.TimeTaken, (await salon.HoldAsync(salon.Company.Haircut, salon.Company.Anna, "12:30", Salon.Client())).Refusals[0].Reason);
        Assert.DoesNotContain("12:00", await salon.TimesAsync(salon.Company.Haircut, salon.Company.Anna));
        Assert.Contains("12:00", await salon.TimesAsync(salon.Company.Haircut, salon.Company.Anna, maria));

        salon.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Contains("12:00", await salon.TimesAsync(salon.Company.Haircut, salon.Company.Anna));
        Assert.False((await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00")).IsRefused);
    }

    [Theory, OnBothDatabases]
    public async Task Her_own_hold_does_not_stand_in_her_way(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var maria = Salon.Client();
        var hold = await salon.HoldAsync(salon.Company.Massage, salon.Company.Anna, "12:00", maria);
        var form = Salon.Form(salon.Company.Massage, hold.Value.ResourceId, Salon.At("12:00")) with { HoldId = hold.Value.Id };

        var booked = await salon.BookAsync(form, maria);

        Assert.False(booked.IsRefused);
        await using var db = salon.Db();
        Assert.All(db.OccupiedRanges, row => Assert.Equal(booked.Value.Id, row.WorkOrderId));
    }

    [Theory, OnBothDatabases]
    public async Task A_new_hold_gives_up_the_one_before(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var maria = Salon.Client();
        await salon.HoldAsync(salon.Company.Haircut, salon.Company.Anna, "12:00", maria);
        await salon.HoldAsync(salon.Company.Haircut, salon.Company.Anna, "12:30", maria);

        Assert.False((await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "11:30")).IsRefused);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_else_can_let_go_or_use_a_hold(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var hold = await salon.HoldAsync(salon.Company.Haircut, salon.Company.Anna, "12:00", Salon.Client());
        var stranger = Salon.Client();

        await salon.Use<Kabinet.OnlineBooking.HoldTime>().ReleaseAsync(salon.Company.Id, hold.Value.Id, stranger.DeviceId, TestContext.Current.CancellationToken);
        var form = Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("12:00")) with { HoldId = hold.Value.Id };

        Assert.Equal(RefusalReason.TimeTaken, (await salon.BookAsync(form, stranger)).Refusals[0].Reason);
    }

    [Theory, OnBothDatabases]
    public async Task A_booking_moves_to_a_time_whose_hold_has_expired(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var maria = Salon.Client();
        var booked = await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "17:00", maria);
        await salon.HoldAsync(salon.Company.Haircut, salon.Company.Anna, "12:00", Salon.Client());
        Assert.Equal(RefusalReason.TimeTaken, (await salon.MoveAsync(booked.Value, "12:30", maria)).Refusals[0].Reason);

        salon.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.False((await salon.MoveAsync(booked.Value, "12:30", maria)).IsRefused);
    }

    [Theory, OnBothDatabases]
    public async Task A_hold_keeps_the_room_too(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await salon.HoldAsync(salon.Company.Massage, salon.Company.Anna, "12:00", Salon.Client());

        var massage = await salon.BookAsync(salon.Company.Massage, salon.Company.Katya, "12:30");

        Assert.Equal(RefusalReason.CompanionTaken, massage.Refusals[0].Reason);
    }
}
