using System.Text.Json;
using Kabinet.Customers;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

public class ProfileTests(PostgresCluster postgres)
{
    private const string Maria = "+79161234567";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Dictionary<string, string> Contact(string name, string phone = "", string email = "", string reminder = "") =>
        new() { ["name"] = name, ["phone"] = phone, ["email"] = email, ["reminder"] = reminder };

    [Fact]
    public async Task What_is_typed_without_a_code_stays_with_the_browser()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var maria = new ClientBrowser(site);
        await maria.BookAsync("12:00", day: 1);
        using var other = new ClientBrowser(site);

        var saved = await other.SubmitAsync("profile", Contact("Чужая", "8 916 123-45-67", reminder: "60"));

        Assert.Equal("/mint/profile?saved", saved.Location!.OriginalString);
        Assert.Contains("+7 916 123-45-67", System.Net.WebUtility.HtmlDecode((await other.GetAsync("profile")).Text), StringComparison.Ordinal);
        await using var db = site.Salon.Db();
        Assert.Equal("Мария", (await db.Customers.SingleAsync(Cancel)).Name);
        Assert.Contains("Записей пока нет", (await other.GetAsync("bookings")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_of_the_phone_corrects_his_card_but_not_the_phone()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        await browser.BookAsync("12:00", day: 1);
        await browser.SignInAsync(Maria);

        await browser.SubmitAsync("profile", Contact("Мария Иванова", "+7 921 000-00-01", "maria@example.com", "1440"));

        await using var db = site.Salon.Db();
        var customer = await db.Customers.SingleAsync(Cancel);
        Assert.Equal(("Мария Иванова", Maria, "maria@example.com"), (customer.Name, customer.Phone, customer.Email));
        Assert.Contains("подтверждён", (await browser.GetAsync("profile")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_shown_beside_its_field_and_nothing_typed_is_lost()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);

        var page = await browser.SubmitAsync("profile", Contact("Мария", "12", "maria"));

        Assert.Contains("Похоже, в номере ошибка", page.Words, StringComparison.Ordinal);
        Assert.Contains("Похоже, в адресе ошибка", page.Words, StringComparison.Ordinal);
        Assert.Contains("value=\"maria\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advertising_is_agreed_to_and_withdrawn_and_the_log_keeps_both()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        await browser.BookAsync("12:00", day: 1);
        await browser.SignInAsync(Maria);

        await browser.SubmitAsync("profile", new Dictionary<string, string>(), "profile?handler=agree");
        Assert.Contains("Отказаться от новостей и скидок", (await browser.GetAsync("profile")).Words, StringComparison.Ordinal);
        await browser.SubmitAsync("profile", new Dictionary<string, string>(), "profile?handler=withdraw");

        Assert.Contains("Редакция 1, дано 2 марта, отозвано 2 марта", (await browser.GetAsync("profile")).Words, StringComparison.Ordinal);
        await using var db = site.Salon.Db();
        Assert.NotNull((await db.Consents.SingleAsync(consent => consent.Kind == ConsentKind.Advertising, Cancel)).Withdrawn);
        Assert.Null((await db.Consents.SingleAsync(consent => consent.Kind == ConsentKind.PersonalData, Cancel)).Withdrawn);
    }

    [Fact]
    public async Task My_data_are_mine_whole_and_nobody_elses()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var other = new ClientBrowser(site);
        await other.BookAsync("15:00", day: 1, phone: "+7 921 000-00-01");
        using var browser = new ClientBrowser(site);
        await browser.BookAsync("12:00", day: 1);
        await browser.SignInAsync(Maria);

        var file = await browser.GetAsync("profile/data.json");

        Assert.Equal("attachment", file.Response.Content.Headers.ContentDisposition!.DispositionType);
        var data = JsonDocument.Parse(file.Text).RootElement;
        Assert.Equal(Maria, data.GetProperty("phone").GetString());
        Assert.Equal("2026-03-03T12:00:00+03:00", Assert.Single(data.GetProperty("bookings").EnumerateArray()).GetProperty("start").GetString());
        Assert.Equal("PersonalData", Assert.Single(data.GetProperty("consents").EnumerateArray()).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Deletion_is_asked_for_by_the_owner_of_the_phone_and_ends_his_consents_and_sessions()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        await browser.BookAsync("12:00", day: 1);
        Assert.StartsWith("/mint/sign-in?return=", (await browser.GetAsync("profile/delete")).Location!.OriginalString, StringComparison.Ordinal);
        await browser.SignInAsync(Maria);
        Assert.Contains("У вас 1 предстоящая запись", (await browser.GetAsync("profile/delete")).Words, StringComparison.Ordinal);

        var asked = await browser.SubmitAsync("profile/delete", new Dictionary<string, string>());

        Assert.Contains("до 1 апреля", (await browser.GetAsync(asked.Location!.OriginalString)).Words, StringComparison.Ordinal);
        Assert.Contains("Записей пока нет", (await browser.GetAsync("bookings")).Words, StringComparison.Ordinal);
        await using var db = site.Salon.Db();
        Assert.Equal((site.Salon.Now, null), (await db.DeletionRequests.SingleAsync(Cancel)) is var request ? (request.Asked, request.Closed) : default);
        Assert.DoesNotContain(await db.Consents.ToListAsync(Cancel), consent => consent.Withdrawn is null);
    }

    [Fact]
    public async Task One_who_thinks_better_of_it_keeps_his_data()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        await browser.BookAsync("12:00", day: 1);
        await browser.SignInAsync(Maria);
        await browser.SubmitAsync("profile/delete", new Dictionary<string, string>());
        site.Salon.Clock.Advance(TimeSpan.FromMinutes(1));
        await browser.SignInAsync(Maria);
        Assert.Contains("Вы попросили удалить ваши данные 2 марта", (await browser.GetAsync("profile")).Words, StringComparison.Ordinal);

        await browser.SubmitAsync("profile", new Dictionary<string, string>(), "profile?handler=keep");

        await using var db = site.Salon.Db();
        Assert.Equal(DeletionOutcome.Withdrawn, (await db.DeletionRequests.SingleAsync(Cancel)).Outcome);
    }

    [Fact]
    public async Task After_the_consent_has_ended_the_next_booking_asks_for_it_again()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        await browser.BookAsync("12:00", day: 1);
        await browser.SignInAsync(Maria);
        Assert.Null((await site.Use<ConsentOffers>().FindAsync(site.Salon.Company.Id, await browser.VisitorAsync(), Maria, Cancel)).PersonalData);
        await browser.SubmitAsync("profile/delete", new Dictionary<string, string>());
        site.Salon.Clock.Advance(TimeSpan.FromMinutes(1));

        await browser.SignInAsync(Maria);

        Assert.NotNull((await browser.VisitorAsync()).AccountId);

        Assert.Equal(1, (await site.Use<ConsentOffers>().FindAsync(site.Salon.Company.Id, await browser.VisitorAsync(), Maria, Cancel)).PersonalData);
    }
}
