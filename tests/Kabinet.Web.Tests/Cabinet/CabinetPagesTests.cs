using System.Net;
using Kabinet.Customers;
using Kabinet.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

public class CabinetPagesTests(PostgresCluster postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task About_gives_the_address_the_phone_and_the_hours()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);

        var about = (await browser.GetAsync("about")).Words;

        Assert.Contains("Москва, Лесная улица, 7", about, StringComparison.Ordinal);
        Assert.Contains("+7 495 000-00-00", about, StringComparison.Ordinal);
        Assert.Contains("пн, сегодня 10:00–20:00", about, StringComparison.Ordinal);
        Assert.Contains("вс выходной", about, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consent_text_keeps_its_address_when_a_newer_one_is_published()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        await using (var db = site.Salon.Db())
        {
            db.Add(new ConsentText(site.Salon.Company.Id, ConsentKind.PersonalData, 2, "Новый текст.\n\n## Какие данные\n\n- имя\n- телефон", site.Salon.Now));
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Contains(TestCompany.PersonalDataText, (await browser.GetAsync("consent/personal-data/1")).Words, StringComparison.Ordinal);
        Assert.Contains("<li>телефон</li>", (await browser.GetAsync("consent/personal-data")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("consent/personal-data/3")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("consent/everything/1")).Status);
    }

    [Fact]
    public async Task A_closed_cabinet_says_so_and_leaves_bookings_in_reach()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        var booked = await browser.BookAsync("12:00", day: 1);
        await site.Use<CompanyWork>().ChangeAsync<bool>(site.Salon.Company.Id, (_, company) =>
        {
            company.Close();
            company.TouchCatalogue();
            return Task.FromResult<Outcome<bool>>(true);
        }, Cancel);

        Assert.Equal("/mint/closed", (await browser.GetAsync("")).Location!.OriginalString);
        var closed = await browser.GetAsync("closed");
        Assert.Contains("Онлайн-запись сейчас закрыта", closed.Words, StringComparison.Ordinal);
        Assert.Contains("tel:+74950000000", WebUtility.HtmlDecode(closed.Text), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"bookings/{booked.Id}")).Status);
        Assert.DoesNotContain("/mint/new", (await browser.GetAsync("bookings")).Text.Split("<main")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_page_of_a_company_has_its_look_and_an_unknown_company_a_neutral_one()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);

        var missing = await browser.GetAsync("no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
        Assert.Contains("Студия «Мята»", missing.Words, StringComparison.Ordinal);

        foreach (var path in new[] { "/nobody", "/nobody/bookings", "/" })
        {
            var unknown = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
            Assert.Contains("Здесь ничего нет", unknown.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("Мята", unknown.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_breaks_shows_a_reference_and_nothing_of_the_inside()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        await browser.VisitorAsync();
        await using (var db = site.Salon.Db()) await db.Database.ExecuteSqlRawAsync("ALTER TABLE work_orders RENAME TO mislaid", Cancel);

        var broken = await browser.GetAsync("bookings");

        Assert.Equal(HttpStatusCode.InternalServerError, broken.Status);
        Assert.Matches("Номер для поддержки: [0-9a-f]{4}-[0-9a-f]{4}", broken.Words);
        Assert.DoesNotContain("work_orders", broken.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", broken.Text, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", broken.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_forbids_foreign_scripts_frames_and_shared_caches()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);

        foreach (var path in new[] { "", "bookings", "sign-in", "profile", "about", "no-such-page" })
        {
            var headers = (await browser.GetAsync(path)).Response.Headers;
            var policy = headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("style-src 'self'; style-src-attr 'unsafe-inline'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("strict-origin-when-cross-origin", headers.GetValues("Referrer-Policy").Single());
            Assert.Equal("private, no-cache", string.Join(", ", headers.GetValues("Cache-Control")).Replace("no-cache, private", "private, no-cache", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_language_changes_on_the_page_one_is_at()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);

        var page = WebUtility.HtmlDecode((await browser.GetAsync("sign-in?return=%2Fmint%2Fprofile")).Text);
        Assert.Contains("href=\"/mint/sign-in?return=%2Fmint%2Fprofile&language=en\"", page, StringComparison.Ordinal);

        Assert.Contains("Sign in by phone", (await browser.GetAsync("sign-in?language=en")).Words, StringComparison.Ordinal);
        Assert.Contains("There is nothing here", (await browser.GetAsync("no-such-page")).Words, StringComparison.Ordinal);
    }
}
