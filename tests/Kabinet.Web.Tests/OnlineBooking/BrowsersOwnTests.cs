using Kabinet.OnlineBooking;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.OnlineBooking;

/// <summary>A hold and a form's key belong to the browser that made them.</summary>
public class BrowsersOwnTests(PostgresCluster postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Somebody_elses_hold_is_neither_booked_nor_let_go(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (maria, olga) = (Salon.Client(), Salon.Client());
        var hold = (await HoldAsync(salon, maria, "12:00")).Value;
        var form = Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("12:00"));

        var forged = await salon.BookAsync(form with { HoldId = hold.Id }, olga);
        await salon.Use<HoldTime>().ReleaseAsync(salon.Company.Id, hold.Id, olga.DeviceId, Cancel);
        var second = await HoldAsync(salon, olga, "12:30");

        Assert.Equal(RefusalReason.TimeTaken, Assert.Single(forged.Refusals).Reason);
        Assert.True(second.IsRefused);
        Assert.False((await salon.BookAsync(form, maria)).IsRefused);
    }

    [Theory, OnBothDatabases]
    public async Task A_browser_holds_one_time_at_once(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var maria = Salon.Client();
        await HoldAsync(salon, maria, "12:00");

        var second = await HoldAsync(salon, maria, "12:30");

        await using var db = salon.Db();
        Assert.Equal(second.Value.Id, Assert.Single(await db.OccupiedRanges.ToListAsync(Cancel)).HoldId);
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_elses_key_is_another_booking(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var form = Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("12:00"));
        var maria = Salon.Client();
        var first = await salon.BookAsync(form, maria);

        var again = await salon.BookAsync(form, maria);
        var olgas = await salon.BookAsync(form with { Start = Salon.At("13:00"), Phone = "+7 903 000-00-01" }, Salon.Client());

        Assert.Equal(first.Value.Id, again.Value.Id);
        Assert.NotEqual(first.Value.Id, olgas.Value.Id);
    }

    [Theory, OnBothDatabases]
    public async Task What_nobody_performs_together_is_refused_by_name(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var form = Salon.Form(salon.Company.Colouring, null, Salon.At("12:00")) with { ServiceIds = [salon.Company.Colouring, salon.Company.Consultation] };

        var refused = await salon.BookAsync(form);

        Assert.Equal((RefusalReason.NotPerformedTogether, "service"), (refused.Refusals[0].Reason, refused.Refusals[0].Field));
    }

    private static Task<Outcome<Hold>> HoldAsync(Salon salon, Visitor visitor, string time) =>
        salon.Use<HoldTime>().RunAsync(salon.Company.Id, [salon.Company.Haircut], salon.Company.Anna, Salon.At(time), null, visitor.DeviceId, Cancel);
}
