using System.Net;
using Kabinet.Data;
using Kabinet.Notifications;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

public class MyBookingsTests(PostgresCluster postgres)
{
    private static readonly Dictionary<string, string> PlansChanged = new() { ["reason"] = "Изменились планы" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Home_shows_the_next_booking_and_a_true_line_in_every_tile()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        Assert.DoesNotContain("Ближайшая запись", (await browser.GetAsync("")).Words, StringComparison.Ordinal);
        await browser.BookAsync("12:00", day: 1);
        await browser.BookAsync("16:00", day: 2);

        var home = (await browser.GetAsync("")).Words;

        Assert.Contains("Ближайшая запись Завтра, 3 марта, 12:00", home, StringComparison.Ordinal);
        Assert.Contains("Новая запись Ближайшее: сегодня в 10:00", home, StringComparison.Ordinal);
        Assert.Contains("Мои записи 2 предстоящие", home, StringComparison.Ordinal);
        Assert.Contains("О нас Принимаем с 10:00 до 20:00", home, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Cancelling_asks_why_and_frees_the_time(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        using var browser = new ClientBrowser(site);
        var booked = await browser.BookAsync("12:00", day: 1);

        var silent = await browser.SubmitAsync($"bookings/{booked.Id}/cancel", new Dictionary<string, string>());
        Assert.Contains("Выберите причину отмены", silent.Words, StringComparison.Ordinal);

        var cancelled = await browser.SubmitAsync($"bookings/{booked.Id}/cancel", PlansChanged);
        Assert.Contains("Отменена вами", (await browser.GetAsync(cancelled.Location!.OriginalString)).Words, StringComparison.Ordinal);
        Assert.Contains("Отменена вами", (await browser.GetAsync("bookings?past")).Words, StringComparison.Ordinal);
        Assert.Equal(booked.Start, (await browser.BookAsync("12:00", day: 1)).Start);
    }

    [Fact]
    public async Task Past_the_cut_off_it_offers_the_call_instead()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        var booked = await browser.BookAsync("12:00");
        site.Salon.Clock.Advance(TimeSpan.FromMinutes(61));

        var page = await browser.GetAsync($"bookings/{booked.Id}/cancel");
        Assert.Contains("Отменить можно было до 10:00 сегодня", page.Words, StringComparison.Ordinal);
        Assert.Contains("tel:+74950000000", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);

        // A page that was opened in time and sent too late.
        var late = await browser.SubmitAsync("profile", PlansChanged, $"bookings/{booked.Id}/cancel");
        Assert.Contains("Отменить можно было до", late.Words, StringComparison.Ordinal);
        await using var db = site.Salon.Db();
        Assert.Equal(OrderStatus.Open, (await db.WorkOrders.SingleAsync(order => order.Id == booked.Id, Cancel)).Status);
    }

    [Fact]
    public async Task The_reminder_changes_and_with_it_the_message_that_waits()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        var booked = await browser.BookAsync("12:00", day: 2, remindBefore: 120);

        var changed = await browser.SubmitAsync($"bookings/{booked.Id}", new Dictionary<string, string> { ["reminder"] = "1440" });

        Assert.Contains("Сохранили: за сутки", (await browser.GetAsync(changed.Location!.OriginalString)).Words, StringComparison.Ordinal);
        await using var db = site.Salon.Db();
        var waiting = await db.OutboxMessages.SingleAsync(message => message.Kind == MessageKind.Reminder && message.Withdrawn == null, Cancel);
        Assert.Equal(Salon.At("12:00", day: 1), waiting.Due);

        var nonsense = await browser.SubmitAsync($"bookings/{booked.Id}", new Dictionary<string, string> { ["reminder"] = "often" });
        Assert.Contains("Выберите время напоминания из списка", nonsense.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_back_stays_known()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        await browser.BookAsync("12:00", day: 1);
        async Task<IEnumerable<string>> CookiesAsync() => (await browser.GetAsync("bookings")).Response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [];

        Assert.Empty(await CookiesAsync());
        site.Salon.Clock.Advance(TimeSpan.FromDays(1));

        Assert.StartsWith($"kabinet-mint={browser.Secret}; max-age=34560000;", Assert.Single(await CookiesAsync()), StringComparison.Ordinal);
        Assert.Empty(await CookiesAsync());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task A_form_of_another_site_changes_nothing_and_says_so(string header, string value)
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        var booked = await browser.BookAsync("12:00", day: 1);

        var answer = await browser.PostAsync($"bookings/{booked.Id}/cancel", PlansChanged, (header, value));

        Assert.Contains("Форма пришла с другого сайта, ничего не изменилось", answer.Words, StringComparison.Ordinal);
        Assert.Contains("Вы записаны", (await browser.GetAsync($"bookings/{booked.Id}")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/cancel")]
    [InlineData("/calendar.ics")]
    public async Task Somebody_elses_booking_is_as_good_as_missing(string page)
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var owner = new ClientBrowser(site);
        var booked = await owner.BookAsync("12:00", day: 1);
        using var other = new ClientBrowser(site);
        await other.VisitorAsync();

        var theirs = await other.GetAsync($"bookings/{booked.Id}{page}");
        var missing = await other.GetAsync($"bookings/{booked.Id + 1000}{page}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (theirs.Status, missing.Status));
        Assert.Equal(missing.Words, theirs.Words);
        var post = await other.SubmitAsync("profile", PlansChanged, $"bookings/{booked.Id}/cancel");
        Assert.Equal(HttpStatusCode.NotFound, post.Status);
    }

    [Fact]
    public async Task The_same_phone_in_another_company_opens_nothing()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var mint = new ClientBrowser(site);
        var booked = await mint.BookAsync("12:00", day: 1);
        await mint.SignInAsync("+79161234567");
        await TestCompany.CreateAsync(site.Use<Databases>(), site.Salon.Now, "rose");
        using var rose = new ClientBrowser(site, "rose");

        await rose.SignInAsync("+79161234567");

        Assert.Contains("Записей пока нет", (await rose.GetAsync("bookings")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await rose.GetAsync($"bookings/{booked.Id}")).Status);
        rose.Use("kabinet-rose", mint.Secret!);
        Assert.Contains("Записей пока нет", (await rose.GetAsync("bookings")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_code_the_list_says_that_it_is_of_this_device()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        await browser.BookAsync("12:00", day: 1);
        Assert.Contains("Здесь записи, сделанные на этом устройстве", (await browser.GetAsync("bookings")).Words, StringComparison.Ordinal);

        await browser.SignInAsync("+79161234567");

        Assert.DoesNotContain("на этом устройстве", (await browser.GetAsync("bookings")).Words, StringComparison.Ordinal);
    }
}
