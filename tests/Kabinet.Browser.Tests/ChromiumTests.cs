using Microsoft.Playwright;
using Xunit;

namespace Kabinet.Browser.Tests;

public class ChromiumTests
{
    [Fact]
    public async Task Debians_browser_shows_a_page()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Chromium.Options);
        var page = await browser.NewPageAsync();

        await page.SetContentAsync("<button>Записаться</button>");

        Assert.True(await page.GetByRole(AriaRole.Button, new() { Name = "Записаться" }).IsVisibleAsync());
    }
}
