using Kabinet.Browser.Tests.WorkOrders;
using Kabinet.Customers;
using Kabinet.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.Customers;

public class CustomerPagesTests(Browsers browsers, PostgresCluster postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_owner_writes_a_card_with_two_phones_and_finds_it_again()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.BookAsync("12:00");
        await desk.SignInAsync("/office/customers");
        var page = desk.Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "Добавить клиента" }).ClickAsync();
        await page.GetByLabel("Имя или название").FillAsync("Пётр Иванов");
        await page.GetByLabel("Телефон", new() { Exact = true }).FillAsync("8 916 123-45-67");
        await page.Keyboard.PressAsync("Control+Enter");
        // Maria, who booked, has that phone.
        await Expect(page.GetByText("Клиент с таким телефоном уже есть")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Открыть его карточку" })).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex(@"/office/customers/\d+"));

        await page.GetByLabel("Телефон", new() { Exact = true }).FillAsync("8 916 000-00-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Добавить телефон" }).ClickAsync();
        await page.GetByLabel("Ещё телефон").FillAsync("8 495 000-00-02");
        await page.GetByLabel("Метки,").FillAsync("Постоянный, Вечером");
        await page.GetByLabel("Откуда узнал").FillAsync("Рекомендация");
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать и закрыть" }).ClickAsync();

        await page.GetByRole(AriaRole.Searchbox).FillAsync("495 000");
        await Expect(Row(page, "Пётр Иванов")).ToBeVisibleAsync();
        await Expect(Row(page, "Мария")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Searchbox).FillAsync("");
        await Expect(Row(page, "Мария")).ToBeVisibleAsync();
        await page.GetByLabel("Метка").SelectOptionAsync("Вечером");
        await Expect(Row(page, "Мария")).ToHaveCountAsync(0);
        await Row(page, "Пётр Иванов").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByLabel("Ещё телефон")).ToHaveValueAsync("+7 495 000-00-02");
    }

    [Fact]
    public async Task A_card_shows_the_visits_and_leads_to_them()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        var order = await desk.BookAsync("12:00");
        await desk.SignInAsync($"/office/work-orders/{order.Id}");

        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Мария" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Region, new() { Name = "Предстоит" }).GetByRole(AriaRole.Link).ClickAsync();

        await Expect(desk.Page).ToHaveURLAsync(desk.Address($"/office/work-orders/{order.Id}"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_cards_of_one_person_become_one_and_the_old_address_leads_there(bool isPhone)
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres, isPhone);
        var (staying, merged) = (await desk.BookAsync("12:00"), await desk.BookAsync("15:00", "Маша Ковалёва", "+7 916 000-00-02"));
        await desk.SignInAsync($"/office/customers/{staying.CustomerId}");
        var page = desk.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Объединить с другой" }).ClickAsync();
        await page.GetByLabel("Другая карточка этого человека").FillAsync("000-00-02");
        await page.GetByRole(AriaRole.Button, new() { Name = "Маша Ковалёва" }).ClickAsync();
        await Expect(Row(page, "Телефоны")).ToContainTextAsync("+7 916 123-45-67, +7 916 000-00-02");
        await desk.CheckAsync("the comparison");
        await page.GetByRole(AriaRole.Button, new() { Name = "Объединить", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("Ещё телефон")).ToHaveValueAsync("+7 916 000-00-02");

        await desk.OpenAsync($"/office/customers/{merged.CustomerId}");
        await Expect(page).ToHaveURLAsync(desk.Address($"/office/customers/{staying.CustomerId}"));
        Assert.Empty(desk.Faults);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Every_state_of_the_pages_is_for_everybody_and_fits_its_screen(bool isPhone, bool isDark)
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres, isPhone, isDark);
        await desk.SignInAsync("/office/customers");
        await desk.CheckAsync("the empty list");
        var order = await desk.BookAsync("12:00", "Александра Рождественская-Константинопольская");
        await desk.OfOlgaAsync(olga => desk.Site.Use<ChangeCustomer>().RunAsync(olga, order.CustomerId, card => card with
        {
            OtherPhones = ["+7 916 000-00-01"],
            Tags = ["Постоянная", "Аллергия на аммиак"],
            Notes = "Просит тихую музыку и чай без сахара",
            Source = "Рекомендация подруги",
            IsBlackListed = true,
        }, Cancel));
        await desk.OpenAsync("/office/customers");
        await desk.CheckAsync("the list");
        await desk.OpenAsync("/office/customers?q=никого");
        await desk.CheckAsync("the search without results");
        await desk.OpenAsync($"/office/customers/{order.CustomerId}");
        await desk.CheckAsync("the card");
        await desk.OpenAsync("/office/customers/new");
        await desk.Page.GetByLabel("Телефон", new() { Exact = true }).FillAsync("8 916 123-45-67");
        await desk.Page.GetByLabel("Имя или название").FillAsync("Другая");
        await desk.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(desk.Page.GetByText("Клиент с таким телефоном уже есть")).ToBeVisibleAsync();
        await desk.CheckAsync("the refused card");
        Assert.Empty(desk.Faults);
    }

    private static ILocator Row(IPage page, string name) => page.GetByRole(AriaRole.Row, new() { Name = name });
}
