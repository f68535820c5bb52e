using Kabinet.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Kabinet.Browser.Tests.WorkOrders;

public class OfficeAccessibilityTests(Browsers browsers, PostgresCluster postgres)
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Every_page_is_for_everybody_and_fits_its_screen(bool isPhone, bool isDark)
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres, isPhone, isDark);
        var order = await desk.BookAsync("12:00", "Константин Преображенский-Вознесенский");
        List<string> faults = [];

        await desk.Page.GotoAsync(desk.Address("/office"));
        await CheckAsync();
        await desk.SignInAsync();
        await CheckAsync();
        foreach (var path in new[] { "/office/work-orders?q=никого", "/office/outbox", "/office/not-found", $"/office/work-orders/{order.Id}" })
        {
            await desk.OpenAsync(path);
            await CheckAsync();
        }
        foreach (var tab in new[] { "Работы", "Ресурсы" })
        {
            await desk.Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await CheckAsync();
        }
        await desk.OpenAsync("/office/work-orders");
        if (isPhone)
        {
            await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Отбор" }).ClickAsync();
            await CheckAsync();
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));

        async Task CheckAsync()
        {
            faults.AddRange(await desk.FaultsAsync());
            if (await desk.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth")) faults.Add($"{desk.Page.Url} scrolls sideways");
        }
    }
}
