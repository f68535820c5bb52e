using Kabinet.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Kabinet.Browser.Tests.Cabinet;

public class BookingAccessibilityTests(Browsers browsers, PostgresCluster postgres)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_page_of_the_way_is_for_everybody(bool isDark)
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var phone = await Phone.TakeAsync(site, browsers, isDark);
        var (anna, haircut) = (site.Salon.Company.Anna, site.Salon.Company.Haircut);
        var chosen = $"resource={anna}&service={haircut}";
        var booked = await phone.BookAsync("12:00", day: 2);
        string[] paths =
        [
            "new", "new?resource=any", $"new?{chosen}", $"new?{chosen}&time=ask", $"new?{chosen}&start=2026-03-03T12:00", $"new?{chosen}&start=2026-03-01T12:00",
            "new?resource=0&service=0", "new/resources", $"new/resources?{chosen}", "new/services", $"new/services?{chosen}&search=нет", $"new/time?{chosen}",
            $"new/time?{chosen}&date=2026-03-07", $"new/time?{chosen}&date=2020-01-01", $"new/confirm?{chosen}&start=2026-03-03T12:00", $"new/confirm?{chosen}&start=2026-03-04T12:15",
            $"new/done/{booked.Id}", $"bookings/{booked.Id}/move", $"bookings/{booked.Id}/move?start=2026-03-05T12:00", $"bookings/{booked.Id}/move?start=2026-03-05T12:01",
        ];

        List<string> faults = [];
        foreach (var path in paths)
        {
            await phone.OpenAsync(path);
            faults.AddRange((await phone.FaultsAsync()).Select(fault => $"{path}: {fault}"));
        }
        await phone.OpenAsync($"new/confirm?{chosen}&start=2026-03-03T12:00");
        await phone.Page.GetByLabel("Телефон").FillAsync("позвоните");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Подтвердить запись" }).ClickAsync();
        await phone.Page.WaitForSelectorAsync(".error");
        faults.AddRange(await phone.FaultsAsync());

        Assert.Empty(faults);
    }
}
