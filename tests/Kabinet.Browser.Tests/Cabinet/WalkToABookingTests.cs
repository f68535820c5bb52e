using Kabinet.OnlineBooking;
using Kabinet.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.Cabinet;

/// <summary>The way of the source's article from «Новая запись» to «Закрыть», with and without scripts.</summary>
public class WalkToABookingTests(Browsers browsers, PostgresCluster postgres)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_specialist_first(bool hasScripts)
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var walk = await StartAsync(site, hasScripts);

        await walk.FollowAsync("Новая запись");
        await walk.FollowAsync("Выбрать специалиста");
        await walk.FollowAsync("Анна Соколова");
        await walk.FollowAsync("Выбрать услуги");
        await Expect(walk.Page.GetByText("Консультация")).ToHaveCountAsync(0);
        await walk.Page.GetByLabel("Женская стрижка").CheckAsync();
        await walk.Page.GetByLabel("Массаж спины").CheckAsync();
        await walk.PressAsync("Готово, выбрано");
        await Expect(walk.Page.GetByText("5 500 ₽")).ToBeVisibleAsync();
        await walk.ChooseTimeAsync("3 марта", "15:15");
        await walk.ConfirmAsync("15:15");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_service_first(bool hasScripts)
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var walk = await StartAsync(site, hasScripts);

        await walk.FollowAsync("Новая запись");
        await walk.FollowAsync("Выбрать услуги");
        await walk.Page.GetByLabel("Окрашивание").CheckAsync();
        await walk.PressAsync("Готово, выбрано");
        await walk.FollowAsync("Выбрать специалиста", exact: false);
        await Expect(walk.Page.GetByText("Екатерина Белова")).ToHaveCountAsync(0);
        await walk.FollowAsync("Анна Соколова");
        await walk.ChooseTimeAsync("4 марта", "10:30");
        await walk.ConfirmAsync("10:30");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_time_taken_meanwhile(bool hasScripts)
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var walk = await StartAsync(site, hasScripts);
        await walk.OpenAsync($"new/confirm?resource={site.Salon.Company.Anna}&service={site.Salon.Company.Haircut}&start=2026-03-03T12:00");
        await walk.TypeAsync();
        await site.Use<BookAppointment>().RunAsync(site.Salon.Company.Id, Salon.Form(site.Salon.Company.Haircut, site.Salon.Company.Anna, Salon.At("12:00", 1), "+7 903 000-00-01"), Salon.Client(), TestContext.Current.CancellationToken);

        await walk.PressAsync("Подтвердить запись");
        await Expect(walk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("12:00 уже занято");
        await walk.PressAsync("завтра 13:00");
        await Expect(walk.Page.GetByLabel("Комментарий")).ToHaveValueAsync("Покороче, пожалуйста");
        await walk.PressAsync("Подтвердить запись");

        await Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Name = "Вы записаны" })).ToBeVisibleAsync();
        await Expect(walk.Page.GetByText("13:00", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_nearest_time_is_booked_by_one_tap()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var walk = await StartAsync(site, hasScripts: true);
        await walk.OpenAsync($"new/resources?service={site.Salon.Company.Haircut}");

        await walk.PressAsync("Записаться: Екатерина Белова, ближайшее время");

        await walk.ConfirmAsync("10:00", "За 30 минут");
    }

    [Fact]
    public async Task With_scripts_a_day_and_a_search_leave_the_page_where_it_is()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var walk = await StartAsync(site, hasScripts: true);
        List<string> complaints = [];
        walk.Page.PageError += (_, error) => complaints.Add(error);
        walk.Page.Console += (_, message) => { if (message.Text.Contains("Policy", StringComparison.Ordinal)) complaints.Add(message.Text); };
        await walk.OpenAsync($"new/time?resource={site.Salon.Company.Anna}&service={site.Salon.Company.Haircut}");
        await walk.Page.EvaluateAsync("() => { window.isSame = true; document.querySelector('.day-strip').scrollLeft = 300; }");

        await walk.Page.GetByRole(AriaRole.Link, new() { Name = ", 10 марта:" }).ClickAsync();
        await Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Name = "Вт, 10 марта" })).ToBeVisibleAsync();
        Assert.True(await walk.Page.EvaluateAsync<bool>("() => window.isSame"));
        Assert.InRange(await walk.Page.EvaluateAsync<double>("() => document.querySelector('.day-strip').scrollLeft"), 290, 340);
        Assert.Contains("date=2026-03-10", walk.Page.Url, StringComparison.Ordinal);

        await walk.OpenAsync("new/services");
        await walk.Page.EvaluateAsync("() => { window.isSame = true; }");
        await walk.Page.GetByLabel("Женская стрижка").CheckAsync();
        await walk.Page.GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("йога");
        await Expect(walk.Page.GetByText("Массаж спины")).ToHaveCountAsync(0);
        await Expect(walk.Page.GetByLabel("Женская стрижка")).ToBeCheckedAsync();
        Assert.True(await walk.Page.EvaluateAsync<bool>("() => window.isSame"));
        Assert.Empty(complaints);
    }

    private async Task<Walk> StartAsync(SalonSite site, bool hasScripts)
    {
        var context = await browsers.Chromium.NewContextAsync(new()
        {
            ViewportSize = new() { Width = 390, Height = 844 },
            HasTouch = true,
            Locale = "ru-RU",
            JavaScriptEnabled = hasScripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        var walk = new Walk(context, await context.NewPageAsync(), site.ClientOptions.BaseAddress);
        await walk.OpenAsync("");
        return walk;
    }
}
