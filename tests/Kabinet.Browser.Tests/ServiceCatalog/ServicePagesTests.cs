using Kabinet.Browser.Tests.Cabinet;
using Kabinet.Browser.Tests.WorkOrders;
using Kabinet.ServiceCatalog;
using Kabinet.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.ServiceCatalog;

public class ServicePagesTests(Browsers browsers, PostgresCluster postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_owner_adds_a_service_and_a_client_sees_it_until_it_is_archived()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await using var phone = await Phone.TakeAsync(desk.Site, browsers);
        await desk.SignInAsync();
        var page = desk.Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "Услуги" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Добавить услугу" }).ClickAsync();
        await Expect(page.GetByLabel("Название")).ToBeFocusedAsync();
        await page.GetByLabel("Название").FillAsync("Укладка");
        await page.GetByLabel("Описание").FillAsync("Феном или утюжком");
        await page.GetByLabel("Цена").FillAsync("1 500,50");
        await page.GetByLabel("Длительность").FillAsync("40");
        await page.GetByLabel("Уборка после").FillAsync("10");
        await page.GetByLabel("Екатерина Белова").CheckAsync();
        await page.GetByLabel("Кабинет", new() { Exact = true }).CheckAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Записано");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Укладка" })).ToBeVisibleAsync();
        var made = (await desk.Site.Use<ServiceList>().AllAsync(desk.Salon.Olga(), false, Cancel)).Services[^1];
        Assert.EndsWith($"/office/services/{made.Id}", page.Url, StringComparison.Ordinal);
        Assert.Equal(("Укладка", "Феном или утюжком", 1500.50m, 40, 0, 10), (made.Name, made.Description, made.Price!.Value.AsRubles, made.Duration, made.BufferBefore, made.BufferAfter));
        Assert.Equal([desk.Salon.Company.Katya], made.PerformerIds);
        Assert.Single(made.NeededKindIds);
        await phone.OpenAsync("new/services");
        await Expect(phone.Page.GetByText("Феном или утюжком")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "В архив" }).ClickAsync();
        await Expect(page.GetByText("Услуга в архиве")).ToBeVisibleAsync();
        await phone.Page.ReloadAsync();
        await Expect(phone.Page.GetByText("Женская стрижка")).ToBeVisibleAsync();
        await Expect(phone.Page.GetByText("Укладка")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Вернуть из архива" }).ClickAsync();
        await Expect(page.GetByText("Услуга в архиве")).ToBeHiddenAsync();
        Assert.False((await desk.Site.Use<ServiceList>().FindAsync(desk.Salon.Olga(), made.Id, Cancel))!.IsArchived);
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_field_and_what_is_typed_is_not_lost_by_leaving()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync($"/office/services/{desk.Salon.Company.Haircut}");
        var page = desk.Page;

        await Expect(page.GetByLabel("Анна Соколова")).ToBeCheckedAsync();
        await page.GetByLabel("Название").FillAsync("  ");
        await page.GetByLabel("Цена").FillAsync("дорого");
        await page.GetByLabel("Длительность").FillAsync("0");
        await page.GetByLabel("Уборка после").FillAsync("2000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать и закрыть" }).ClickAsync();
        await Expect(page.GetByText("Имя или название не может быть пустым.")).ToBeVisibleAsync();
        foreach (var field in new[] { "Название", "Цена", "Длительность", "Уборка после" }) await Expect(page.GetByLabel(field)).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByLabel("Подготовка до")).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByLabel("Цена")).ToHaveValueAsync("дорого");

        await page.GetByLabel("Название").FillAsync("Стрижка");
        await page.GetByLabel("Цена").FillAsync("");
        await page.GetByLabel("Длительность").FillAsync("45");
        await page.GetByLabel("Уборка после").FillAsync("");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать и выйти" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Стрижка 45" })).ToBeVisibleAsync();
        var saved = (await desk.Site.Use<ServiceList>().FindAsync(desk.Salon.Olga(), desk.Salon.Company.Haircut, Cancel))!;
        Assert.Equal(("Стрижка", null, 45, 0), (saved.Name, saved.Price, saved.Duration, saved.BufferAfter));
    }

    [Fact]
    public async Task Two_people_do_not_overwrite_each_other()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync($"/office/services/{desk.Salon.Company.Haircut}");
        var page = desk.Page;

        await ChangeElsewhereAsync(desk, "Стрижка с укладкой");
        await Expect(page.GetByLabel("Название")).ToHaveValueAsync("Стрижка с укладкой");

        await page.GetByLabel("Длительность").FillAsync("75");
        await page.GetByLabel("Длительность").BlurAsync();
        // The mark in the title tells that the circuit has heard of what was typed.
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@" \*$"));
        await ChangeElsewhereAsync(desk, "Чужое название");
        await Expect(page.GetByText("услугу изменил кто-то другой")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("Длительность")).ToHaveValueAsync("75");
        var kept = (await desk.Site.Use<ServiceList>().FindAsync(desk.Salon.Olga(), desk.Salon.Company.Haircut, Cancel))!;
        Assert.Equal(("Чужое название", 60), (kept.Name, kept.Duration));

        await page.GetByRole(AriaRole.Button, new() { Name = "Показать, как стало" }).ClickAsync();
        await Expect(page.GetByLabel("Название")).ToHaveValueAsync("Чужое название");
        await Expect(page.GetByLabel("Длительность")).ToHaveValueAsync("60");
    }

    [Fact]
    public async Task The_list_is_searched_by_service_and_performer_and_shows_the_archive_on_demand()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        var salon = desk.Salon;
        Assert.False((await desk.Site.Use<ChangeService>().RunAsync(salon.Olga(), salon.Company.Yoga, form => form with { IsArchived = true }, Cancel)).IsRefused);
        await desk.SignInAsync("/office/services");
        var page = desk.Page;

        await Expect(Row(page, "Растяжка")).ToBeVisibleAsync();
        await Expect(Row(page, "Йога")).ToBeHiddenAsync();
        await page.GetByLabel("Показывать архив: 1").CheckAsync();
        await Expect(Row(page, "Йога")).ToContainTextAsync("В архиве");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("соколоВА окр");
        await Expect(Row(page, "Растяжка")).ToBeHiddenAsync();
        await Expect(Row(page, "Окрашивание")).ToBeVisibleAsync();
        // The list is come back to as it was left.
        await Row(page, "Окрашивание").GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "К списку" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("соколоВА окр");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("никакой");
        await page.GetByRole(AriaRole.Button, new() { Name = "Показать все" }).ClickAsync();
        await Expect(Row(page, "Йога")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Every_state_of_the_pages_is_for_everybody_and_fits_its_screen(bool isPhone, bool isDark)
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres, isPhone, isDark);
        var salon = desk.Salon;
        await desk.Site.Use<ChangeService>().RunAsync(salon.Olga(), salon.Company.Haircut, form => form with
        {
            Name = "Комплексное восстановление волос и кожи головы Преображение-экстра",
            Description = string.Join(' ', Enumerable.Repeat("С мытьём и укладкой.", 20)),
            PerformerIds = [],
        }, Cancel);
        await desk.Site.Use<ChangeService>().RunAsync(salon.Olga(), salon.Company.Yoga, form => form with { IsArchived = true }, Cancel);
        await desk.SignInAsync("/office/services?archived=true");
        await desk.CheckAsync("the list");

        await desk.OpenAsync("/office/services?q=никто");
        await desk.CheckAsync("nothing found");
        foreach (var service in new[] { salon.Company.Haircut, salon.Company.Yoga })
        {
            await desk.OpenAsync($"/office/services/{service}");
            await desk.CheckAsync("the card");
        }
        await desk.OpenAsync("/office/services/new");
        await desk.Page.GetByLabel("Длительность").FillAsync("-");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Записать", Exact = true }).ClickAsync();
        await Expect(desk.Page.GetByText("Укажите длительность")).ToBeVisibleAsync();
        await desk.CheckAsync("the refused form");
        Assert.Empty(desk.Faults);
    }

    private static ILocator Row(IPage page, string name) => page.GetByRole(AriaRole.Row, new() { Name = name });

    private static async Task ChangeElsewhereAsync(Desk desk, string name)
    {
        Assert.False((await desk.Site.Use<ChangeService>().RunAsync(desk.Salon.Olga(), desk.Salon.Company.Haircut, form => form with { Name = name }, Cancel)).IsRefused);
        desk.Salon.Clock.Advance(TimeSpan.FromSeconds(1));
    }
}
