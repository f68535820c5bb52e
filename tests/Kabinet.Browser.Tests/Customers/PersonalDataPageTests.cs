using Kabinet.Browser.Tests.WorkOrders;
using Kabinet.Customers;
using Kabinet.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.Customers;

public class PersonalDataPageTests(Browsers browsers, PostgresCluster postgres)
{
    [Fact]
    public async Task A_new_text_is_what_the_client_reads_and_the_one_before_stays_at_its_address()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync(PersonalDataPage.Path);
        var page = desk.Page;
        var field = page.GetByRole(AriaRole.Textbox, new() { Name = "Согласие на обработку персональных данных" });
        await Expect(field).ToHaveValueAsync(TestCompany.PersonalDataText);

        await page.GetByRole(AriaRole.Button, new() { Name = "Взять готовый текст" }).First.ClickAsync();
        await Expect(field).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("компании Студия «Мята» \\(адрес: Москва, Лесная улица, 7\\)"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать" }).ClickAsync();
        await Expect(page.GetByText("Записано", new() { Exact = true })).ToBeVisibleAsync();

        var cabinet = page.FrameLocator("iframe[title='Кабинет клиента']");
        await Expect(cabinet.GetByText("Редакция 2, действует с")).ToBeVisibleAsync();
        await Expect(cabinet.GetByText("Я свободно, своей волей")).ToBeVisibleAsync();
        await page.GetByText("Прежние редакции: 1").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Редакция 1", Exact = true })).ToHaveAttributeAsync("href", "/mint/consent/personal-data/1");

        await page.GetByRole(AriaRole.Textbox, new() { Name = "Согласие на рекламу" }).FocusAsync();
        await Expect(cabinet.GetByText("Я согласен получать рекламу.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_text()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync(PersonalDataPage.Path);

        await desk.Page.GetByRole(AriaRole.Textbox, new() { Name = "Согласие на обработку персональных данных" }).FillAsync("");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Записать" }).ClickAsync();

        await Expect(desk.Page.Locator("#personalData-error")).ToContainTextAsync("Без этого текста");
    }

    [Fact]
    public async Task The_log_is_searched_and_narrowed_and_its_file_is_what_is_shown()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.BookAsync("12:00", "Мария Ковалёва");
        await desk.BookAsync("16:00", "Ольга Петрова", "+7 916 000-00-02");
        await desk.SignInAsync(PersonalDataPage.Path);
        var page = desk.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Кто согласился" }).ClickAsync();
        var rows = page.Locator(".consent-log tbody tr");
        await Expect(rows).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Searchbox).FillAsync("петрова");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows).ToContainTextAsync("Обработка данных, редакция 1");
        await page.GetByLabel("Текст").SelectOptionAsync("Согласие на новости и скидки");
        await Expect(page.GetByText("Никого не нашлось")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Сбросить" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(1);

        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Выгрузить в CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(2, lines.Length);
        Assert.Contains("Ольга Петрова", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_comes_from_the_home_page_to_a_card_without_a_name()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        var order = await desk.BookAsync("12:00", "Мария Ковалёва");
        await desk.AskForDeletionAsync("Мария Ковалёва", "+7 916 123-45-67");
        await desk.SignInAsync(Kabinet.Home.HomePage.Path);
        var page = desk.Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "1 просьба удалить данные: осталось 30 дней" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Рассмотреть просьбу: Мария Ковалёва" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = $"Заказ-наряд №{order.Number}" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Обезличить" })).ToBeDisabledAsync();

        desk.Salon.Clock.SetUtcNow(Salon.At("14:00").ToDateTimeOffset());
        await page.ReloadAsync();
        await desk.IsLiveAsync();
        await Expect(page.GetByText("Вернуть данные клиента «Мария Ковалёва» будет нельзя.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Обезличить" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"Обезличенный клиент {order.CustomerId}" })).ToBeVisibleAsync();
        await Expect(page.GetByText("остались только его визиты")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Записать" })).ToHaveCountAsync(0);
        await desk.OpenAsync($"/office/work-orders/{order.Id}");
        await Expect(page.GetByText("Ковалёва")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Every_page_is_for_everybody_and_fits_its_screen(bool isPhone, bool isDark)
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres, isPhone, isDark);
        await desk.BookAsync("12:00", "Константин Преображенский-Вознесенский");
        await desk.SignInAsync(PersonalDataPage.Path);
        await desk.CheckAsync("the texts");
        await desk.OpenAsync(ConsentLogPage.Path);
        await desk.CheckAsync("the log");
        await desk.OpenAsync(ConsentLogPage.Path + "?q=никого");
        await desk.CheckAsync("the log with nobody");
        await desk.OpenAsync(DeletionRequestsPage.Path);
        await desk.CheckAsync("no requests");
        await desk.AskForDeletionAsync("Константин Преображенский-Вознесенский", "+7 916 123-45-67");
        await desk.OpenAsync(DeletionRequestsPage.Path);
        await desk.CheckAsync("the requests");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Рассмотреть" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Обезличить клиента" })).ToBeVisibleAsync();
        await desk.CheckAsync("who is expected");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Закрыть без удаления" }).ClickAsync();
        await Expect(desk.Page.Locator("#reason-error")).ToBeVisibleAsync();
        await desk.CheckAsync("a refusal without a reason");

        Assert.True(desk.Faults.Count == 0, string.Join(Environment.NewLine, desk.Faults));
    }
}
