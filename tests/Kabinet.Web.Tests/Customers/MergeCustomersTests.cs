using Kabinet.Customers;
using Kabinet.OnlineBooking;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Customers;

public class MergeCustomersTests(PostgresCluster postgres)
{
    private const string First = "+7 916 123-45-67", Second = "+7 916 000-00-02";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task All_that_belongs_to_the_one_card_goes_over_to_the_other(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (staying, merged) = await TwiceAsync(salon);
        var atHome = await BlackListTests.ProvedAsync(salon, First);
        var atWork = await BlackListTests.ProvedAsync(salon, Second);

        Assert.Empty((await salon.Use<MergeCustomers>().RunAsync(salon.Olga(), staying, merged, Cancel)).Refusals);

        var card = (await salon.Use<OpenCustomer>().RunAsync(salon.Olga(), staying, Cancel))!;
        Assert.Equal(["+79161234567", "+79160000002"], card.Customer.Phones.Select(phone => phone.Number));
        Assert.Equal(2, card.Visits.Coming);
        // Both phones open both bookings in the cabinet, and both find the card.
        foreach (var visitor in new[] { atHome, atWork }) Assert.Equal(2, (await salon.Use<ClientBookings>().UpcomingAsync(salon.Company.Id, visitor, Cancel)).Count);
        foreach (var (phone, time) in new[] { (First, "16:00"), (Second, "17:00") })
            Assert.Equal(staying, (await salon.BookAsync(Salon.Form(salon.Company.Haircut, null, Salon.At(time), phone))).Value.CustomerId);
        await using var db = salon.Db();
        Assert.Equal([staying], await db.Customers.Select(one => one.Id).ToListAsync(Cancel));
        Assert.Equal([staying], await db.Consents.Select(one => one.CustomerId).Distinct().ToListAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task What_the_cards_say_otherwise_is_not_lost(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (staying, merged) = await TwiceAsync(salon);
        var change = salon.Use<ChangeCustomer>();
        await change.RunAsync(salon.Olga(), staying, card => card with { Email = "maria@example.ru", Tags = ["Постоянная"], Notes = "Тихая музыка" }, Cancel);
        await change.RunAsync(salon.Olga(), merged, card => card with
        {
            Email = "masha@example.ru",
            Birthday = new LocalDate(1990, 5, 17),
            Tags = ["постоянная", "Вечером"],
            Notes = "Чай без сахара",
            Source = "Карты",
            IsBlackListed = true,
        }, Cancel);

        var card = (await salon.Use<MergeCustomers>().RunAsync(salon.Olga(), staying, merged, Cancel)).Value;

        Assert.Equal(("Мария", "maria@example.ru", new LocalDate(1990, 5, 17), "Карты", true), (card.Name, card.Email, card.Birthday, card.Source, card.IsBlackListed));
        Assert.Equal(["Постоянная", "Вечером"], card.Tags);
        Assert.Equal("Тихая музыка\nЧай без сахара\nИмя в другой карточке: Маша К.\nПочта: masha@example.ru", card.Notes);
    }

    [Theory, OnBothDatabases]
    public async Task A_merged_card_leads_to_the_one_that_stays_through_several_merges(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (first, second) = await TwiceAsync(salon);
        var third = (await salon.Use<CreateCustomer>().RunAsync(salon.Olga(), new CustomerForm("М. Ковалёва", null, null), Cancel)).Value.Id;
        await salon.Use<MergeCustomers>().RunAsync(salon.Olga(), second, first, Cancel);
        await salon.Use<MergeCustomers>().RunAsync(salon.Olga(), third, second, Cancel);

        var list = salon.Use<CustomerList>();
        Assert.Equal((third, third, null), (await list.MergedIntoAsync(salon.Olga(), first, Cancel), await list.MergedIntoAsync(salon.Olga(), second, Cancel), await list.MergedIntoAsync(salon.Olga(), third, Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_merged_stays_as_it_is(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (staying, merged) = await TwiceAsync(salon);
        var merge = salon.Use<MergeCustomers>();
        Assert.Equal(RefusalReason.CustomerUnknown, (await merge.RunAsync(salon.Olga(), staying, staying, Cancel)).Refusals.Single().Reason);
        Assert.Equal(RefusalReason.CustomerUnknown, (await merge.RunAsync(salon.Olga(), staying, 4711, Cancel)).Refusals.Single().Reason);
        Assert.Equal(RefusalReason.CustomerUnknown, (await merge.RunAsync(salon.Anna(), staying, merged, Cancel)).Refusals.Single().Reason);
        await salon.Use<ChangeCustomer>().RunAsync(salon.Olga(), merged, card => card with { Notes = new string('а', CustomerForm.MaxNotesLength) }, Cancel);
        Assert.Equal(RefusalReason.NotesTooLong, (await merge.RunAsync(salon.Olga(), staying, merged, Cancel)).Refusals.Single().Reason);

        await using var db = salon.Db();
        Assert.Equal(2, await db.Customers.CountAsync(Cancel));
        Assert.Equal(2, await db.WorkOrders.Select(order => order.CustomerId).Distinct().CountAsync(Cancel));
    }

    /// <summary>Maria booked by two phones, once in her full name.</summary>
    private static async Task<(int Staying, int Merged)> TwiceAsync(Salon salon) => (
        (await salon.BookAsync(Salon.Form(salon.Company.Haircut, null, Salon.At("12:00"), First))).Value.CustomerId,
        (await salon.BookAsync(Salon.Form(salon.Company.Haircut, null, Salon.At("13:00"), Second, "Маша К."))).Value.CustomerId);
}
