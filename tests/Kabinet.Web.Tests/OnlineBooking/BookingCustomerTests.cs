using Kabinet.OnlineBooking;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.OnlineBooking;

public class BookingCustomerTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task However_the_phone_is_typed_it_is_the_same_customer(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        string[] typed = ["8 (916) 123-45-67", "79161234567", "9161234567", "+7 916 123 45 67"];
        foreach (var (phone, hour) in typed.Zip([10, 11, 12, 15]))
            Assert.False((await salon.BookAsync(Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At($"{hour}:00"), phone))).IsRefused);

        await using var db = salon.Db();
        Assert.Equal("+79161234567", (await db.Customers.SingleAsync(Cancel)).Phone);
        Assert.Equal(4, await db.WorkOrders.CountAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Typing_somebodys_phone_changes_nothing_of_her_card_and_shows_nothing_of_hers(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await salon.BookAsync(Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("12:00"), name: "Мария Ковалёва") with { Email = "maria@example.ru" });
        var stranger = Salon.Client();

        var booked = await salon.BookAsync(Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("15:00"), name: "Хулиган") with { Email = "x@example.ru" }, stranger);

        await using var db = salon.Db();
        var customer = await db.Customers.SingleAsync(Cancel);
        Assert.Equal(("Мария Ковалёва", "maria@example.ru"), (customer.Name, customer.Email));
        Assert.Equal("Хулиган", (await db.WorkOrders.SingleAsync(order => order.Id == booked.Value.Id, Cancel)).Contact.Name);
        Assert.Equal([booked.Value.Id], (await salon.Use<ClientBookings>().UpcomingAsync(salon.Company.Id, stranger, Cancel)).Select(order => order.Id));
    }

    [Theory, OnBothDatabases]
    public async Task Consent_is_asked_once_of_a_browser_and_a_phone_and_kept_as_evidence(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var maria = Salon.Client();
        var form = Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("12:00"));
        Assert.Equal(RefusalReason.ConsentMissing, (await salon.BookAsync(form with { ConsentVersion = null }, maria)).Refusals[0].Reason);
        Assert.Equal(RefusalReason.ConsentOutdated, (await salon.BookAsync(form with { ConsentVersion = 7 }, maria)).Refusals[0].Reason);
        Assert.False((await salon.BookAsync(form, maria)).IsRefused);

        var second = Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("15:00")) with { ConsentVersion = null };

        Assert.Equal(RefusalReason.ConsentMissing, (await salon.BookAsync(second, Salon.Client())).Refusals[0].Reason);
        Assert.False((await salon.BookAsync(second, maria)).IsRefused);
        await using var db = salon.Db();
        var consent = await db.Consents.SingleAsync(Cancel);
        Assert.Equal((maria.DeviceId, maria.Address, 1, salon.Now), (consent.DeviceId, consent.Address, consent.Version, consent.Given));
    }

    [Theory, OnBothDatabases]
    public async Task Everything_wrong_in_a_form_is_said_at_once(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var form = Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("12:00"), phone: "123", name: " ") with
        {
            Email = "maria@",
            Comment = new string('я', 1001),
            RemindBefore = 7,
            ConsentVersion = null,
        };

        var refused = await salon.BookAsync(form);

        Assert.Equal(["name", "phone", "email", "comment", "remindBefore", "consent"], refused.Refusals.Select(refusal => refusal.Field));
        await using var db = salon.Db();
        Assert.Empty(db.WorkOrders);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
