using Kabinet.Data;
using Kabinet.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Kabinet.Browser.Tests.Cabinet;

public class AccessibilityTests(Browsers browsers, PostgresCluster postgres)
{
    /// <summary>Every page of the room with somebody signed in and a booking there.</summary>
    private static string[] Pages(int bookingId) =>
    [
        "", "bookings", "bookings?past", $"bookings/{bookingId}", $"bookings/{bookingId}/cancel", "sign-in", "profile", "profile?saved", "profile/delete",
        "profile/deletion-asked", "about", "consent/personal-data", "consent/advertising/1", "offline", "no-such-page", "../error/500",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_page_is_for_everybody(bool isDark)
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var phone = await Phone.TakeAsync(site, browsers, isDark);
        var booked = await phone.BookAsync("12:00", day: 2);
        await phone.SignInAsync("+79161234567");

        List<string> faults = [];
        foreach (var path in Pages(booked.Id))
        {
            await phone.OpenAsync(path);
            faults.AddRange((await phone.FaultsAsync()).Select(fault => $"{path}: {fault}"));
        }

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_closed_cabinet_is_for_everybody(bool isDark)
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var phone = await Phone.TakeAsync(site, browsers, isDark);
        await site.Use<CompanyWork>().ChangeAsync<bool>(site.Salon.Company.Id, (_, company) =>
        {
            company.Close();
            company.TouchCatalogue();
            return Task.FromResult<Outcome<bool>>(true);
        }, TestContext.Current.CancellationToken);

        await phone.OpenAsync();

        Assert.EndsWith("/closed", phone.Page.Url, StringComparison.Ordinal);
        Assert.Empty(await phone.FaultsAsync());
    }

    [Fact]
    public async Task The_code_page_and_its_error_are_for_everybody()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var phone = await Phone.TakeAsync(site, browsers);
        await phone.OpenAsync("sign-in");
        await phone.Page.GetByLabel("Телефон").FillAsync("+79161234567");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Получить код" }).ClickAsync();
        var code = phone.Page.GetByLabel("Код, 6 цифр");
        Assert.Equal(("one-time-code", "numeric"), (await code.GetAttributeAsync("autocomplete"), await code.GetAttributeAsync("inputmode")));
        await code.FillAsync("000000");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Войти", Exact = true }).ClickAsync();
        await phone.Page.WaitForSelectorAsync(".error");

        Assert.Empty(await phone.FaultsAsync());
    }

    [Fact]
    public async Task Everything_that_can_be_pressed_is_44_pixels_high_and_shows_the_focus()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var phone = await Phone.TakeAsync(site, browsers);
        var booked = await phone.BookAsync("12:00", day: 2);

        foreach (var path in new[] { "", "bookings", $"bookings/{booked.Id}", $"bookings/{booked.Id}/cancel", "sign-in", "profile", "about" })
        {
            await phone.OpenAsync(path);
            Assert.Empty(await phone.Page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('a, button, input:not([type=radio], [type=hidden]), .chip')]
                  .filter(one => { const box = one.getBoundingClientRect(); return box.width > 1 && box.height > 1 && box.height < 43.5 && !one.closest('.notice') && !one.matches('.open'); })
                  .map(one => one.textContent.trim() + ' ' + one.getBoundingClientRect().height)
                """));
            for (var i = 0; i < 6; i++)
            {
                await phone.Page.Keyboard.PressAsync("Tab");
                Assert.True(await phone.Page.EvaluateAsync<bool>("""
                    () => { const one = document.activeElement, shown = element => element && (getComputedStyle(element).outlineStyle !== 'none');
                      return one === document.body || shown(one) || getComputedStyle(one, '::after').outlineStyle !== 'none' || shown(one.closest('.chip')); }
                    """), $"{path}: focus {i} cannot be seen");
            }
        }
    }
}
