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

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Every_page_is_for_everybody_and_fits_its_screen(bool isPhone, bool isDark)
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres, isPhone, isDark);
        await desk.BookAsync("12:00", "Константин Преображенский-Вознесенский");
        await desk.SignInAsync(PersonalDataPage.Path);
        await desk.CheckAsync("the texts");

        Assert.True(desk.Faults.Count == 0, string.Join(Environment.NewLine, desk.Faults));
    }
}
