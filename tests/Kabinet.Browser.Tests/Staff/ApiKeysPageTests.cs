using Kabinet.Browser.Tests.WorkOrders;
using Kabinet.Staff;
using Kabinet.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.Staff;

public class ApiKeysPageTests(Browsers browsers, PostgresCluster postgres)
{
    [Fact]
    public async Task An_owner_creates_a_key_sees_its_secret_once_copies_it_and_revokes_it()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await desk.SignInAsync(ApiKeysPage.Path);
        var page = desk.Page;

        await Expect(page.GetByText("Ключей пока нет")).ToBeVisibleAsync();
        await Button(page, "Создать ключ").ClickAsync();
        await page.GetByLabel("Название").FillAsync("Сайт");
        await page.GetByLabel("Заказ-наряды").SelectOptionAsync("Чтение и запись");
        await page.GetByLabel("Услуги").SelectOptionAsync("Чтение");
        await page.GetByLabel("Действует по").FillAsync("2026-03-31");
        await page.GetByLabel("Запросов в минуту").FillAsync("30");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ключ «Сайт» создан" })).ToBeFocusedAsync();

        var secret = await page.Locator("#new-key").InnerTextAsync();
        await Button(page, "Скопировать").ClickAsync();
        await Expect(page.GetByText("Скопировано")).ToBeVisibleAsync();
        Assert.Equal(secret, await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        var caller = (await desk.Site.Use<ApiKeys>().FindAsync(desk.Salon.Company.Id, secret, TestContext.Current.CancellationToken)).Value;
        Assert.Equal(("Сайт", ApiAccess.WriteWorkOrders | ApiAccess.ReadServices, 30), (caller.Name, caller.Access, caller.RequestsPerMinute));

        await page.ReloadAsync();
        await desk.IsLiveAsync();
        var row = page.GetByRole(AriaRole.Row, new() { Name = "Сайт" });
        await Expect(row).ToContainTextAsync("Чтение и запись: заказ-наряды");
        await Expect(row).ToContainTextAsync("по 31 марта");
        Assert.DoesNotContain(secret, await page.ContentAsync(), StringComparison.Ordinal);

        await Button(page, "Отозвать ключ «Сайт»").ClickAsync();
        await Button(page, "Отозвать ключ").ClickAsync();
        await Expect(row).ToContainTextAsync("Отозван");
        Assert.True((await desk.Site.Use<ApiKeys>().FindAsync(desk.Salon.Company.Id, secret, TestContext.Current.CancellationToken)).IsRefused);
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync(ApiKeysPage.Path);
        var page = desk.Page;

        await Button(page, "Создать ключ").ClickAsync();
        await page.GetByLabel("Название").FillAsync("Сайт");
        await page.GetByLabel("Действует по").FillAsync("2026-03-01");
        await page.GetByLabel("Запросов в минуту").FillAsync("0");
        await Button(page, "Создать ключ").ClickAsync();

        await Expect(page.GetByText("Выберите хотя бы один раздел")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Действует по")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByLabel("Запросов в минуту")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByLabel("Название")).ToHaveValueAsync("Сайт");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByText("Ключей пока нет")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Every_state_of_the_page_is_for_everybody_and_fits_its_screen(bool isPhone, bool isDark)
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres, isPhone, isDark);
        await desk.SignInAsync(ApiKeysPage.Path);
        var page = desk.Page;
        List<string> faults = [.. await desk.FaultsAsync()];

        await Button(page, "Создать ключ").ClickAsync();
        // Before the form is there the same words are on another button.
        await Expect(page.GetByLabel("Название")).ToBeFocusedAsync();
        await Button(page, "Создать ключ").ClickAsync();
        await Expect(page.GetByText("Назовите ключ")).ToBeVisibleAsync();
        await CheckAsync("the refused form");
        await page.GetByLabel("Название").FillAsync("CRM отдела продаж и колл-центра на Лесной улице, дом 7");
        foreach (var area in new[] { "Заказ-наряды", "Клиенты", "Ресурсы" }) await page.GetByRole(AriaRole.Combobox, new() { Name = area }).SelectOptionAsync("Чтение и запись");
        await Button(page, "Создать ключ").ClickAsync();
        await Expect(Button(page, "Скопировать")).ToBeVisibleAsync();
        await CheckAsync("the secret");
        await Button(page, "Готово, ключ сохранён").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Отозвать ключ «CRM" }).ClickAsync();
        await Expect(Button(page, "Не отзывать")).ToBeVisibleAsync();
        await CheckAsync("the question");
        await Button(page, "Отозвать ключ").ClickAsync();
        await Expect(page.GetByText("Отозван")).ToBeVisibleAsync();
        await CheckAsync("the list");

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));

        async Task CheckAsync(string state)
        {
            faults.AddRange(await desk.FaultsAsync());
            if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth")) faults.Add($"{state} scrolls sideways");
        }
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
