using Kabinet.Browser.Tests.WorkOrders;
using Kabinet.Publication;
using Kabinet.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.Publication;

public class PublicationPageTests(Browsers browsers, PostgresCluster postgres)
{
    [Fact]
    public async Task An_owner_moves_the_cabinet_and_the_old_link_leads_to_the_new_one()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await desk.SignInAsync(PublicationPage.Path);
        var page = desk.Page;

        await Button(page, "Скопировать").ClickAsync();
        await Expect(page.GetByText("Скопировано")).ToBeVisibleAsync();
        Assert.Equal(desk.Address("/mint"), await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));

        await Button(page, "Сменить адрес").ClickAsync();
        await Expect(page.GetByLabel("Новый адрес")).ToBeFocusedAsync();
        await page.GetByLabel("Новый адрес").FillAsync("мята");
        await Button(page, "Записать").ClickAsync();
        await Expect(page.Locator("#address-error")).ToContainTextAsync("латинских букв");
        await Expect(page.GetByLabel("Новый адрес")).ToHaveValueAsync("мята");
        await page.GetByLabel("Новый адрес").FillAsync("myata");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = desk.Address("/myata") })).ToBeVisibleAsync();
        await Expect(page.GetByText("Прежние адреса ведут сюда же: /mint")).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Скачать PNG" }).ClickAsync());
        Assert.Equal("myata-qr.png", download.SuggestedFilename);
        Assert.True(await page.EvaluateAsync<bool>("async () => { const qr = document.querySelector('.qr'); await qr.decode(); return qr.naturalWidth > 0; }"));

        await page.GotoAsync(desk.Address("/mint/about"));
        Assert.Equal(desk.Address("/myata/about"), page.Url);
    }

    [Fact]
    public async Task An_owner_closes_the_cabinet_and_opens_it_again()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync(PublicationPage.Path);
        var page = desk.Page;

        await Button(page, "Закрыть кабинет").ClickAsync();
        await Expect(page.GetByText("Записаться нельзя")).ToBeVisibleAsync();
        await page.GotoAsync(desk.Address("/mint/new"));
        Assert.Equal(desk.Address("/mint/closed"), page.Url);

        await desk.OpenAsync(PublicationPage.Path);
        await Button(page, "Открыть кабинет").ClickAsync();
        await Expect(Button(page, "Закрыть кабинет")).ToBeVisibleAsync();
        await page.GotoAsync(desk.Address("/mint/new"));
        Assert.Equal(desk.Address("/mint/new"), page.Url);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task The_page_is_for_everybody_and_fits_its_screen(bool isPhone, bool isDark)
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres, isPhone, isDark);
        await desk.SignInAsync(PublicationPage.Path);
        List<string> faults = [.. await desk.FaultsAsync()];

        await Button(desk.Page, "Закрыть кабинет").ClickAsync();
        await Button(desk.Page, "Сменить адрес").ClickAsync();
        await desk.Page.GetByLabel("Новый адрес").FillAsync("-");
        await Button(desk.Page, "Записать").ClickAsync();
        await Expect(desk.Page.Locator("#address-error")).ToBeVisibleAsync();
        faults.AddRange(await desk.FaultsAsync());
        if (await desk.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth")) faults.Add("it scrolls sideways");

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
