using System.Net;
using Kabinet.Customers;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

public class SignInTests(PostgresCluster postgres)
{
    private const string Maria = "+79161234567";

    private static Dictionary<string, string> Code(string code) => new() { ["code"] = code };

    [Theory, OnBothDatabases]
    public async Task A_code_opens_on_another_device_what_was_booked_with_the_phone(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        using var telephone = new ClientBrowser(site);
        await telephone.BookAsync("12:00", day: 1);
        using var computer = new ClientBrowser(site);
        Assert.Contains("Записей пока нет", (await computer.GetAsync("bookings")).Words, StringComparison.Ordinal);

        var signedIn = await computer.SignInAsync(Maria);

        Assert.Equal("/mint/bookings", signedIn.Location!.OriginalString);
        Assert.Contains("Завтра, 3 марта, 12:00", (await computer.GetAsync("bookings")).Words, StringComparison.Ordinal);
        Assert.Contains("Мария", (await computer.GetAsync("")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_phone_and_an_unknown_one_get_the_same_answer()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var other = new ClientBrowser(site);
        await other.BookAsync("12:00", day: 1);
        using var browser = new ClientBrowser(site);

        var known = await browser.GetAsync(await browser.RequestCodeAsync(Maria));
        var unknown = await browser.GetAsync(await browser.RequestCodeAsync("+7 921 000-00-01"));

        Assert.Equal(Anonymous(known), Anonymous(unknown));

        static string Anonymous(Answer page) => System.Text.RegularExpressions.Regex.Replace(page.Words, @"\+7 [0-9 -]+", "PHONE");
    }

    [Fact]
    public async Task Signing_in_renews_the_secret_and_the_old_one_is_worth_nothing()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        await browser.VisitorAsync();
        var planted = browser.Secret!;

        await browser.SignInAsync(Maria);

        Assert.NotEqual(planted, browser.Secret);
        Assert.Null(await site.Use<Devices>().FindAsync(site.Salon.Company.Id, planted, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Five_wrong_codes_end_it_even_for_the_right_one()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        var page = await browser.RequestCodeAsync(Maria);
        var right = await browser.CodeSentAsync(Maria);
        var wrong = right == "000000" ? "000001" : "000000";

        Assert.Contains("Неверный код. Проверьте и попробуйте ещё раз. Ещё 4 попытки.", (await browser.SubmitAsync(page, Code(wrong))).Words, StringComparison.Ordinal);
        for (var i = 0; i < 3; i++) await browser.SubmitAsync(page, Code(wrong));
        Assert.Contains("Слишком много попыток", (await browser.SubmitAsync(page, Code(wrong))).Words, StringComparison.Ordinal);

        Assert.Contains("Слишком много попыток", (await browser.SubmitAsync(page, Code(right))).Words, StringComparison.Ordinal);
        Assert.Null((await browser.VisitorAsync()).AccountId);
    }

    [Fact]
    public async Task A_code_expires_after_five_minutes_and_a_new_one_can_be_sent()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        var page = await browser.RequestCodeAsync(Maria);
        var code = await browser.CodeSentAsync(Maria);
        site.Salon.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Contains("Код больше не действует", (await browser.SubmitAsync(page, Code(code))).Words, StringComparison.Ordinal);

        var again = await browser.SubmitAsync(page, Code(""), page + "&handler=again");
        var signedIn = await browser.SubmitAsync(again.Location!.OriginalString, Code(await browser.CodeSentAsync(Maria)));
        Assert.Equal("/mint/bookings", signedIn.Location!.OriginalString);
    }

    [Fact]
    public async Task The_fourth_code_within_a_quarter_of_an_hour_is_refused()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        for (var i = 0; i < RequestCode.PerPhone; i++) await browser.RequestCodeAsync(Maria);

        var fourth = await browser.SubmitAsync("sign-in", new Dictionary<string, string> { ["phone"] = Maria });

        Assert.Equal(HttpStatusCode.OK, fourth.Status);
        Assert.Contains("Слишком много запросов", fourth.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_browser_cannot_use_the_code()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        var page = await browser.RequestCodeAsync(Maria);
        using var thief = new ClientBrowser(site);
        await thief.VisitorAsync();

        Assert.Equal("/mint/sign-in", (await thief.GetAsync(page)).Location!.OriginalString);
        Assert.Equal("/mint/sign-in", (await thief.SubmitAsync("sign-in", Code(await browser.CodeSentAsync(Maria)), page)).Location!.OriginalString);
    }

    [Theory]
    [InlineData("/mint/profile", "/mint/profile")]
    [InlineData("/mint/bookings?past", "/mint/bookings?past")]
    [InlineData("https://evil.example/", "/mint/bookings")]
    [InlineData("//evil.example/mint/", "/mint/bookings")]
    [InlineData("/\\evil.example", "/mint/bookings")]
    [InlineData("/mint/../rose/profile", "/mint/bookings")]
    [InlineData("/mint/%2e%2e/rose", "/mint/bookings")]
    [InlineData("/mintal", "/mint/bookings")]
    [InlineData("javascript:alert(1)", "/mint/bookings")]
    public async Task Signing_in_leads_back_within_this_cabinet_only(string wanted, string led)
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);

        var signedIn = await browser.SignInAsync(Maria, "?return=" + Uri.EscapeDataString(wanted));

        Assert.Equal(led, signedIn.Location!.OriginalString);
    }

    [Fact]
    public async Task Signing_out_takes_a_post_and_leaves_nothing_at_the_browser()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        await browser.BookAsync("12:00", day: 1);
        await browser.SignInAsync(Maria);

        await browser.GetAsync("sign-out");
        Assert.NotNull((await browser.VisitorAsync()).AccountId);
        var secret = browser.Secret;
        var left = await browser.SubmitAsync("profile", new Dictionary<string, string>(), "sign-out");

        Assert.Equal("/mint", left.Location!.OriginalString);
        Assert.Contains("\"cache\"", left.Response.Headers.GetValues("Clear-Site-Data"));
        Assert.True(string.IsNullOrEmpty(browser.Secret));
        browser.Use("kabinet-mint", secret!);
        Assert.Contains("Записей пока нет", (await browser.GetAsync("bookings")).Words, StringComparison.Ordinal);
    }
}
