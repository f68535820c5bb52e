using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Kabinet.Browser.Tests.Cabinet;
using Kabinet.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.FirstSteps;

/// <summary>The way that every owner goes once: from «Создать компанию» to the first booking of a client, without a manual.</summary>
public class TenMinutesTests(Browsers browsers, PostgresCluster postgres)
{
    private static readonly List<string> Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private readonly List<string> faults = [];

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task From_a_new_company_to_the_first_booking_on_its_home_page(bool isPhone, bool isDark)
    {
        await using var site = await SalonSite.OpenEmptyAsync(Store.Sqlite, postgres);
        await using var desk = await ContextAsync(isPhone, isDark);
        var page = await desk.NewPageAsync();

        // The company.
        await page.GotoAsync(Address(site, "/"));
        await CheckAsync(page);
        await page.GetByLabel("Название").FillAsync("Цирюльня «Борис»");
        await Expect(page.GetByLabel("Адрес кабинета")).ToHaveValueAsync("tsiryulnya-boris");
        await Expect(page.GetByLabel("Часовой пояс")).ToHaveValueAsync("Europe/Moscow");
        await page.GetByLabel("Чем занимается").SelectOptionAsync("Beauty");
        await page.GetByLabel("Телефон").FillAsync("8 916 123-45-67");
        await page.GetByLabel("Как вас зовут").FillAsync("Борис");
        await page.GetByLabel("Почта").FillAsync("boris@barber.example");
        await page.GetByLabel("Пароль").FillAsync("ножницы и бритва");
        await page.GetByRole(AriaRole.Button, new() { Name = "Создать компанию" }).ClickAsync();

        // What remains.
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "До первой записи" })).ToBeVisibleAsync();
        await IsLiveAsync(page);
        await CheckAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Продолжить" }).ClickAsync();

        // Services.
        await page.GetByLabel("Оказываем: Мужская стрижка").CheckAsync();
        await page.GetByLabel("Оказываем: Стрижка бороды").CheckAsync();
        await page.GetByLabel("Цена: Мужская стрижка").FillAsync("1500");
        await CheckAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Добавить 2 услуги" }).ClickAsync();

        // People and hours.
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать и продолжить" }).ClickAsync();
        await Expect(page.GetByText("Имя или название не может быть пустым.")).ToBeVisibleAsync();
        await page.GetByLabel("Имя").FillAsync("Борис");
        await page.GetByLabel("Специальность").FillAsync("Барбер");
        await page.GetByLabel("Сб").CheckAsync();
        await CheckAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать и продолжить" }).ClickAsync();

        // The cabinet.
        await page.GetByRole(AriaRole.Button, new() { Name = "Открыть кабинет" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Кабинет открыт" })).ToBeVisibleAsync();
        await CheckAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "На главную" }).ClickAsync();
        await Expect(page.GetByText("На сегодня записей нет.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "До первой записи" })).ToHaveCountAsync(0);

        // A client, on a phone of her own.
        await BookAsync(site);

        // It stands on the owner's home page, which nobody has touched.
        site.Salon.Clock.Advance(TimeSpan.FromSeconds(1));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Мария" })).ToBeVisibleAsync();
        await Expect(page.GetByText("1 новая запись ждёт подтверждения")).ToBeVisibleAsync();
        await CheckAsync(page);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private async Task BookAsync(SalonSite site)
    {
        var phone = await ContextAsync(isPhone: true, isDark: false);
        await using var walk = new Walk(phone, await phone.NewPageAsync(), site.ClientOptions.BaseAddress);
        await walk.Page.GotoAsync(Address(site, "/tsiryulnya-boris"));
        await walk.FollowAsync("Новая запись");
        await walk.FollowAsync("Выбрать услуги");
        await walk.Page.GetByLabel("Мужская стрижка").CheckAsync();
        await walk.PressAsync("Готово, выбрано");
        await walk.FollowAsync("Продолжить");
        await walk.FollowAsync("Дата и время");
        await walk.FollowAsync("12:00", exact: true);
        await walk.PressAsync("Записаться на 12:00");
        await walk.TypeAsync();
        await walk.PressAsync("Подтвердить запись");
        await Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Name = "Вы записаны" })).ToBeVisibleAsync();
    }

    private async Task<IBrowserContext> ContextAsync(bool isPhone, bool isDark)
    {
        var context = await browsers.Chromium.NewContextAsync(new()
        {
            ViewportSize = isPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
            Locale = "ru-RU",
            TimezoneId = "Europe/Moscow",
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
        });
        context.SetDefaultTimeout(20_000);
        return context;
    }

    private async Task CheckAsync(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = Rules } });
        faults.AddRange(result.Violations.Select(violation => $"{page.Url}: {violation.Id}: {violation.Nodes[0].Html}"));
        if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth")) faults.Add($"{page.Url} scrolls sideways");
    }

    private static async Task IsLiveAsync(IPage page) => await page.WaitForFunctionAsync("() => document.querySelector('main[data-live]')");

    private static string Address(SalonSite site, string path) => new Uri(site.ClientOptions.BaseAddress, path).ToString();
}
