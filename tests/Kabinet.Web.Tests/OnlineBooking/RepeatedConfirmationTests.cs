using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.OnlineBooking;

public class RepeatedConfirmationTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task The_same_confirmation_sent_twenty_times_at_once_makes_one_booking(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var maria = Salon.Client();
        var form = Salon.Form(salon.Company.Massage, salon.Company.Anna, Salon.At("12:00"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => salon.BookAsync(form, maria))));

        await using var db = salon.Db();
        var order = await db.WorkOrders.SingleAsync(Cancel);
        Assert.All(answers, answer => Assert.Equal(order.Id, answer.Value.Id));
        Assert.Equal((1, 1, 1), (await db.Customers.CountAsync(Cancel), await db.Consents.CountAsync(Cancel), await db.OutboxMessages.CountAsync(Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task Repeated_after_the_time_has_gone_by_it_is_still_the_first_booking(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var maria = Salon.Client();
        var form = Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("12:00"));
        var first = await salon.BookAsync(form, maria);
        salon.Clock.Advance(TimeSpan.FromHours(6));

        var again = await salon.BookAsync(form, maria);

        Assert.Equal(first.Value.Id, again.Value.Id);
        Assert.Equal(first.Value.Works.Single().Name, again.Value.Works.Single().Name);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_key_from_another_browser_is_another_booking(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var form = Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("12:00"));
        var first = await salon.BookAsync(form);

        var other = await salon.BookAsync(form with { Start = Salon.At("15:00") });

        Assert.NotEqual(first.Value.Id, other.Value.Id);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
