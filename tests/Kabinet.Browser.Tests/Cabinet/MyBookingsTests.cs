using Kabinet.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.Cabinet;

public class MyBookingsTests(Browsers browsers, PostgresCluster postgres)
{
    [Fact]
    public async Task A_client_finds_his_booking_sets_a_reminder_and_cancels()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var phone = await Phone.TakeAsync(site, browsers);
        await phone.BookAsync("12:00", day: 2);
        var page = phone.Page;

        await phone.OpenAsync();
        await Expect(page.GetByText("Ср, 4 марта, 12:00")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Мои записи" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Женская стрижка" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "12:00" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Позвонить менеджеру" })).ToHaveAttributeAsync("href", "tel:+74950000000");

        await page.GetByRole(AriaRole.Radio, new() { Name = "За сутки" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить напоминание" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Сохранили: за сутки" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Отменить запись" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Изменились планы" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Отменить запись на 12:00" }).ClickAsync();
        await Expect(page.GetByText("Отменена вами")).ToBeVisibleAsync();
        await phone.OpenAsync("bookings");
        await Expect(page.GetByText("Записей пока нет")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_code_shows_on_this_phone_what_was_booked_on_another()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var other = await Phone.TakeAsync(site, browsers);
        await other.BookAsync("12:00", day: 2);
        await using var phone = await Phone.TakeAsync(site, browsers);
        await phone.OpenAsync("bookings");
        await Expect(phone.Page.GetByText("Записей пока нет")).ToBeVisibleAsync();

        await phone.SignInAsync("8 916 123-45-67");

        await Expect(phone.Page.GetByText("Ср, 4 марта, 12:00")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Everything_works_with_scripts_switched_off()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var phone = await Phone.TakeAsync(site, browsers);
        await using var plain = await browsers.Chromium.NewContextAsync(new() { JavaScriptEnabled = false, Locale = "ru-RU" });
        var page = await plain.NewPageAsync();

        await page.GotoAsync(phone.Address("profile"));
        await page.GetByLabel("Имя").FillAsync("Мария");
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить профиль" }).ClickAsync();
        await Expect(page.GetByText("Сохранили.")).ToBeVisibleAsync();
        await page.GotoAsync(phone.Address(""));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Профиль Мария" })).ToBeVisibleAsync();
    }
}
