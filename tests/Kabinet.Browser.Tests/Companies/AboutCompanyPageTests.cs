using Kabinet.Browser.Tests.WorkOrders;
using Kabinet.Companies;
using Kabinet.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.Companies;

public class AboutCompanyPageTests(Browsers browsers, PostgresCluster postgres)
{
    [Fact]
    public async Task What_an_owner_writes_is_what_a_client_reads()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync(AboutCompanyPage.Path);
        var page = desk.Page;

        await page.GetByLabel("Описание").FillAsync("Стрижём с 2009 года.");
        await page.GetByLabel("Телефон", new() { Exact = true }).FillAsync("84951234567");
        await page.GetByLabel("Другие телефоны").FillAsync("84951234568 администратор");
        await page.GetByLabel("Другие ссылки").FillAsync("t.me/mint наш канал");
        await page.GetByLabel("Другие адреса").FillAsync("Ленина, 5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать" }).ClickAsync();
        await Expect(page.GetByText("Записано", new() { Exact = true })).ToBeVisibleAsync();

        // The preview beside is the cabinet itself.
        var cabinet = page.FrameLocator("iframe[title='Кабинет клиента']");
        await Expect(cabinet.GetByText("Стрижём с 2009 года.")).ToBeVisibleAsync();
        await Expect(cabinet.GetByRole(AriaRole.Link, new() { Name = "Позвонить менеджеру" })).ToHaveAttributeAsync("href", "tel:+74951234567");
        await Expect(cabinet.GetByRole(AriaRole.Link, new() { Name = "администратор" })).ToHaveAttributeAsync("href", "tel:+74951234568");
        await Expect(cabinet.GetByRole(AriaRole.Link, new() { Name = "наш канал" })).ToHaveAttributeAsync("href", "https://t.me/mint");
        await Expect(cabinet.GetByRole(AriaRole.Link, new() { Name = "Ленина, 5" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync(AboutCompanyPage.Path);
        var page = desk.Page;

        await page.GetByLabel("Другие телефоны").FillAsync("администратор");
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать" }).ClickAsync();

        await Expect(page.Locator("#otherPhones-error")).ToContainTextAsync("нет телефона");
        await Expect(page.GetByLabel("Другие телефоны")).ToHaveValueAsync("администратор");
        await Expect(page.GetByLabel("Другие телефоны")).ToHaveAttributeAsync("aria-invalid", "true");
    }
}
