using Kabinet.Customers;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Customers;

public class CustomerCardTests(PostgresCluster postgres)
{
    private static readonly CustomerForm Maria = new(" Мария Ковалёва ", "8 916 123-45-67", "maria@example.ru")
    {
        OtherPhones = ["", "+7 495 123-45-67"],
        Birthday = new LocalDate(1990, 5, 17),
        Tags = ["Постоянная", " Вечером ", "постоянная"],
        Notes = " Не любит ждать ",
        Source = "Рекомендация",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_card_keeps_what_is_known_of_a_customer(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var made = (await salon.Use<CreateCustomer>().RunAsync(salon.Olga(), Maria, Cancel)).Value;

        var kept = CustomerForm.Of((await salon.Use<CustomerList>().FindAsync(salon.Olga(), made.Id, Cancel))!);

        Assert.Equal(("Мария Ковалёва", "+79161234567", "maria@example.ru", new LocalDate(1990, 5, 17)), (kept.Name, kept.Phone, kept.Email, kept.Birthday));
        Assert.Equal(["+74951234567"], kept.OtherPhones);
        Assert.Equal(["Постоянная", "Вечером"], kept.Tags);
        Assert.Equal(("Не любит ждать", "Рекомендация", false), (kept.Notes, kept.Source, kept.IsBlackListed));
    }

    [Theory, OnBothDatabases]
    public async Task By_each_of_her_phones_a_booking_finds_her(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var maria = (await salon.Use<CreateCustomer>().RunAsync(salon.Olga(), Maria, Cancel)).Value;

        var byMain = (await salon.BookAsync(Salon.Form(salon.Company.Haircut, null, Salon.At("12:00"), "8 916 123 45 67"))).Value;
        var byOther = (await salon.BookAsync(Salon.Form(salon.Company.Haircut, null, Salon.At("13:00"), "8 495 123 45 67"))).Value;

        Assert.Equal((maria.Id, maria.Id), (byMain.CustomerId, byOther.CustomerId));
        // The main phone goes to the second place, the former second one is nobody's.
        await salon.Use<ChangeCustomer>().RunAsync(salon.Olga(), maria.Id, card => card with { Phone = "+7 916 000-00-01", OtherPhones = [card.Phone!] }, Cancel);
        var stillHers = (await salon.BookAsync(Salon.Form(salon.Company.Haircut, null, Salon.At("15:00"), "8 916 123 45 67"))).Value;
        var anothers = (await salon.BookAsync(Salon.Form(salon.Company.Haircut, null, Salon.At("16:00"), "8 495 123 45 67"))).Value;
        Assert.Equal(maria.Id, stillHers.CustomerId);
        Assert.NotEqual(maria.Id, anothers.CustomerId);
    }

    [Theory, OnBothDatabases]
    public async Task A_phone_belongs_to_one_customer_and_the_refusal_says_to_whom(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var maria = (await salon.Use<CreateCustomer>().RunAsync(salon.Olga(), Maria, Cancel)).Value;
        var create = salon.Use<CreateCustomer>();

        var second = await create.RunAsync(salon.Olga(), new CustomerForm("Муж Марии", "8 495 123-45-67", null), Cancel);
        Assert.Equal((RefusalReason.PhoneTaken, "phone", maria.Id), (second.Refusals.Single().Reason, second.Refusals[0].Field, second.Refusals[0].CustomerId));
        second = await create.RunAsync(salon.Olga(), new CustomerForm("Муж Марии", "8 916 000-00-02", null) { OtherPhones = ["+79161234567"] }, Cancel);
        Assert.Equal((RefusalReason.PhoneTaken, "otherPhones[0]", maria.Id), (second.Refusals.Single().Reason, second.Refusals[0].Field, second.Refusals[0].CustomerId));
        second = await create.RunAsync(salon.Olga(), new CustomerForm("Муж Марии", "8 916 000-00-02", null) { OtherPhones = ["123", "9160000002"] }, Cancel);
        Assert.Equal([(RefusalReason.PhoneInvalid, "otherPhones[0]"), (RefusalReason.PhoneRepeated, "otherPhones[1]")], second.Refusals.Select(one => (one.Reason, one.Field)));

        await using var db = salon.Db();
        Assert.Equal(1, await db.Customers.CountAsync(Cancel));
    }

    [Theory]
    [InlineData("birthday", RefusalReason.BirthdayInvalid)]
    [InlineData("tags", RefusalReason.TagInvalid)]
    [InlineData("notes", RefusalReason.NotesTooLong)]
    [InlineData("source", RefusalReason.SourceTooLong)]
    public async Task What_cannot_be_is_refused_at_its_field(string field, RefusalReason reason)
    {
        await using var salon = await Salon.OpenAsync(Store.Sqlite, postgres);
        var form = field switch
        {
            "birthday" => Maria with { Birthday = Salon.Monday.PlusDays(1) },
            "tags" => Maria with { Tags = ["два, слова"] },
            "notes" => Maria with { Notes = new string('а', CustomerForm.MaxNotesLength + 1) },
            _ => Maria with { Source = new string('а', CustomerForm.MaxSourceLength + 1) },
        };

        var refused = await salon.Use<CreateCustomer>().RunAsync(salon.Olga(), form, Cancel);

        Assert.Equal((reason, field), (refused.Refusals.Single().Reason, refused.Refusals[0].Field));
    }

    [Theory, OnBothDatabases]
    public async Task What_somebody_changed_since_is_not_overwritten(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (change, olga) = (salon.Use<ChangeCustomer>(), salon.Olga());
        var maria = (await salon.Use<CreateCustomer>().RunAsync(olga, Maria, Cancel)).Value;
        var seen = CustomerForm.Of((await salon.Use<CustomerList>().FindAsync(olga, maria.Id, Cancel))!);

        Assert.False((await change.RunAsync(olga, maria.Id, seen, seen with { Tags = ["Мама двоих"] }, Cancel)).IsRefused);
        var refused = await change.RunAsync(olga, maria.Id, seen, seen with { Notes = "Другое" }, Cancel);

        Assert.Equal(RefusalReason.ChangedMeanwhile, refused.Refusals.Single().Reason);
        var kept = (await salon.Use<CustomerList>().FindAsync(olga, maria.Id, Cancel))!;
        Assert.Equal(("Не любит ждать", "Мама двоих"), (kept.Notes, kept.Tags.Single()));
    }

    [Theory, OnBothDatabases]
    public async Task The_list_is_narrowed_by_word_phone_tag_source_and_black_list(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (list, olga) = (salon.Use<CustomerList>(), salon.Olga());
        await salon.Use<CreateCustomer>().RunAsync(olga, Maria, Cancel);
        await salon.Use<CreateCustomer>().RunAsync(olga, new CustomerForm("Пётр Иванов", "+7 916 765-43-21", null) { Source = "Карты", IsBlackListed = true }, Cancel);
        async Task<string> NamesAsync(CustomerListFilter filter) => string.Join(", ", (await list.PageAsync(olga, filter, Cancel)).Rows.Select(row => row.Customer.Name));

        Assert.Equal("Мария Ковалёва, Пётр Иванов", await NamesAsync(new()));
        foreach (var typed in new[] { "ковалЁВА", "мария ков", "8 (916) 123", "123-45", "45-67", "+7 495", "84951234567", "MARIA@" })
            Assert.Equal("Мария Ковалёва", await NamesAsync(new() { Search = typed }));
        Assert.Equal("Мария Ковалёва", await NamesAsync(new() { Tag = "Вечером" }));
        Assert.Equal("Пётр Иванов", await NamesAsync(new() { Source = "Карты" }));
        Assert.Equal("Пётр Иванов", await NamesAsync(new() { IsBlackListed = true }));
        Assert.Equal("Мария Ковалёва", await NamesAsync(new() { IsBlackListed = false }));
        Assert.Equal("", await NamesAsync(new() { Tag = "Вечером", IsBlackListed = true }));
        var words = await list.WordsAsync(olga, Cancel);
        Assert.Equal(["Вечером", "Постоянная"], words.Tags);
        Assert.Equal(["Карты", "Рекомендация"], words.Sources);
    }

    [Fact]
    public void A_filter_lives_in_the_address()
    {
        var filter = new CustomerListFilter { Search = "мария", Tag = "VIP & друзья", Source = "Карты", IsBlackListed = false, Page = 3 };
        Assert.Equal(filter, CustomerListFilter.Parse(filter.ToQuery()));
        Assert.Equal(new CustomerListFilter(), CustomerListFilter.Parse("?page=-1&black-listed=может&tag="));
        Assert.Equal("", new CustomerListFilter().ToQuery());
    }

    [Theory, OnBothDatabases]
    public async Task A_card_counts_what_was_and_shows_what_comes(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (haircut, anna) = (salon.Company.Haircut, salon.Company.Anna);
        var orders = new List<WorkOrder>();
        foreach (var (time, day) in new[] { ("10:00", 0), ("12:00", 0), ("10:00", 1), ("12:00", 1), ("10:00", 2) })
            orders.Add((await salon.BookAsync(Salon.Form(haircut, anna, Salon.At(time, day)))).Value);
        await salon.BookAsync(Salon.Form(haircut, salon.Company.Katya, Salon.At("16:00", 2), "+7 916 000-00-01", "Пётр"));
        await salon.ReceiveAsync(orders[0], 2500);
        await salon.ReceiveAsync(orders[4], 500);
        await salon.EnterAsync(orders[1], OrderStatus.Cancelled, ChangeOrderState.NoShow);
        await salon.EnterAsync(orders[3], OrderStatus.Cancelled, "Клиент передумал");
        salon.Clock.Advance(TimeSpan.FromDays(1.5));

        var opened = (await salon.Use<OpenCustomer>().RunAsync(salon.Olga(), orders[0].CustomerId, Cancel))!;

        Assert.Equal(
            new VisitSummary(2, 1, 1, Money.Rubles(5000), Money.Rubles(3000), Salon.At("10:00"), Salon.At("10:00", 1)), opened.Visits);
        Assert.Equal([orders[4].Id], opened.Coming.Select(row => row.Order.Id));
        Assert.Equal([orders[3].Id, orders[2].Id, orders[1].Id, orders[0].Id], opened.Past.Select(row => row.Order.Id));
        Assert.Equal("Женская стрижка", opened.Past[0].Order.Works.Single().Name);
        var row = (await salon.Use<CustomerList>().PageAsync(salon.Olga(), new() { Search = "мария" }, Cancel)).Rows.Single();
        Assert.Equal(opened.Visits, row.Visits);
    }

    [Theory, OnBothDatabases]
    public async Task A_specialist_sees_the_customers_of_his_own_work_orders_and_of_them_only_these(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (haircut, anna, katya) = (salon.Company.Haircut, salon.Company.Anna, salon.Company.Katya);
        var hers = (await salon.BookAsync(Salon.Form(haircut, anna, Salon.At("12:00")))).Value;
        await salon.BookAsync(Salon.Form(haircut, katya, Salon.At("15:00")));
        var strangers = (await salon.BookAsync(Salon.Form(haircut, katya, Salon.At("12:00"), "+7 916 000-00-01", "Пётр"))).Value;

        var page = await salon.Use<CustomerList>().PageAsync(salon.Anna(), new(), Cancel);
        var opened = (await salon.Use<OpenCustomer>().RunAsync(salon.Anna(), hers.CustomerId, Cancel))!;

        Assert.Equal([hers.CustomerId], page.Rows.Select(row => row.Customer.Id));
        Assert.Equal([hers.Id], opened.Coming.Select(row => row.Order.Id));
        Assert.Equal(1, opened.Visits.Coming);
        Assert.Null(await salon.Use<OpenCustomer>().RunAsync(salon.Anna(), strangers.CustomerId, Cancel));
    }
}
