using Kabinet.Browser.Tests.WorkOrders;
using Kabinet.OnlineBooking;
using Kabinet.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.OnlineBooking;

public class OnlineBookingPageTests(Browsers browsers, PostgresCluster postgres)
{
    [Fact]
    public async Task What_an_owner_writes_is_what_a_client_is_offered()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync(OnlineBookingPage.Path);
        var page = desk.Page;

        await page.GetByLabel("Сетка времени").SelectOptionAsync("По часам, от полуночи");
        await page.GetByLabel("Шаг").FillAsync("30");
        await page.GetByLabel("Записаться не позже чем за", new() { Exact = true }).FillAsync("90");
        await page.GetByLabel("Записаться не позже чем за: единица").SelectOptionAsync("1");
        await page.GetByLabel("«День» начинается в").FillAsync("11:00");
        await page.GetByLabel("Несколько услуг за визит").SelectOptionAsync("По одной");
        await page.GetByLabel("Отменить не позже чем за", new() { Exact = true }).FillAsync("1");
        await page.GetByLabel("Отменить не позже чем за: единица").SelectOptionAsync("1440");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("Записано", new() { Exact = true })).ToBeVisibleAsync();

        await page.ReloadAsync();
        await desk.IsLiveAsync();
        await Expect(page.GetByLabel("Записаться не позже чем за", new() { Exact = true })).ToHaveValueAsync("90");
        await Expect(page.GetByLabel("Отменить не позже чем за: единица")).ToHaveValueAsync("1440");
        await Expect(page.GetByLabel("Несколько услуг за визит")).ToHaveValueAsync("False");

        await page.GotoAsync(desk.Address($"/mint/new/time?resource={desk.Salon.Company.Anna}&service={desk.Salon.Company.Haircut}&date=2026-03-02"));
        Assert.Matches(@"Утро\s+10:30\s+День\s+11:00\s+11:30\s+12:00", await page.Locator("main").InnerTextAsync());
    }

    [Fact]
    public async Task The_preview_beside_shows_the_cabinet_and_follows_what_is_written()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync(OnlineBookingPage.Path);
        var cabinet = desk.Page.FrameLocator("iframe[title='Кабинет клиента']");
        await Expect(cabinet.GetByText("Выбрать услуги")).ToBeVisibleAsync();

        await desk.Page.GetByLabel("Несколько услуг за визит").SelectOptionAsync("По одной");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Записать" }).ClickAsync();

        await Expect(cabinet.GetByText("Выбрать услугу")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync(OnlineBookingPage.Path);
        var page = desk.Page;

        await page.GetByLabel("Шаг").FillAsync("0");
        await page.GetByLabel("Держать выбранное время").FillAsync("7.5");
        await page.GetByLabel("«Вечер» начинается в").FillAsync("10:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать" }).ClickAsync();

        await Expect(page.Locator("#step-error")).ToHaveTextAsync("Укажите шаг целым числом минут: от 1 до 1440.");
        await Expect(page.GetByLabel("Шаг")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#holdMinutes-error")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Держать выбранное время")).ToHaveValueAsync("7.5");
        await Expect(page.Locator("#eveningFrom-error")).ToHaveTextAsync("Вечер должен начинаться позже, чем день.");

        // Leaving now would lose it: one is asked first.
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Настройки" }).GetByText("Ключи API").ClickAsync();
        await Expect(page.GetByText("Изменения не записаны.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Остаться" }).ClickAsync();
        await Expect(page.GetByLabel("Шаг")).ToHaveValueAsync("0");
    }

    [Fact]
    public async Task Of_two_owners_at_once_the_second_is_told_and_sees_what_became()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync(OnlineBookingPage.Path);
        var page = desk.Page;
        await page.GetByLabel("Шаг").FillAsync("20");
        await page.GetByLabel("Держать выбранное время").FocusAsync();

        await desk.OfOlgaAsync(olga => desk.Site.Use<ChangeOnlineBooking>().RunAsync(
            olga, OnlineBookingForm.Of(new OnlineBookingSettings()) with { Step = 45 }, new OnlineBookingSettings(), TestContext.Current.CancellationToken));
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать" }).ClickAsync();
        await Expect(page.GetByText("Пока вы редактировали, настройки изменил кто-то другой.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Показать, как стало" }).ClickAsync();
        await Expect(page.GetByLabel("Шаг")).ToHaveValueAsync("45");
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task The_page_is_for_everybody_and_fits_its_screen(bool isPhone, bool isDark)
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres, isPhone, isDark);
        await desk.SignInAsync(OnlineBookingPage.Path);
        List<string> faults = [.. await desk.FaultsAsync()];

        await desk.Page.GetByLabel("Шаг").FillAsync("0");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Записать" }).ClickAsync();
        await Expect(desk.Page.Locator("#step-error")).ToBeVisibleAsync();
        faults.AddRange(await desk.FaultsAsync());
        if (await desk.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth")) faults.Add("it scrolls sideways");

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }
}
