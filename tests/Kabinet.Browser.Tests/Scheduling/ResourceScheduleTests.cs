using Kabinet.Browser.Tests.WorkOrders;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.Scheduling;
using Kabinet.Web.Tests;
using Microsoft.Playwright;
using NodaTime;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.Scheduling;

public class ResourceScheduleTests(Browsers browsers, PostgresCluster postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_schedule_is_assigned_from_a_date_on_the_card_and_its_end_is_warned_of_until_it_is_taken_back()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        var (salon, mint) = (desk.Salon, desk.Salon.Company);
        await desk.SignInAsync($"/office/resources/{mint.Katya}");
        var page = desk.Page;
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Всегда" })).ToContainTextAsync("сейчас");
        // What is typed into the card itself is not lost meanwhile.
        await page.GetByLabel("Специальность").FillAsync("Стилист");

        await page.GetByLabel("Назначить график").SelectOptionAsync("Не работает");
        await page.GetByLabel("С какого дня").FillAsync("2026-03-10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Назначить", Exact = true }).ClickAsync();
        await Expect(page.GetByText("График заканчивается 09.03.2026")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "С 10.03.2026" })).ToContainTextAsync("Не работает");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "По 09.03.2026" })).ToContainTextAsync("сейчас");
        await Expect(page.GetByLabel("Специальность")).ToHaveValueAsync("Стилист");
        var running = Assert.Single(SchedulesRunningOut.Of((await desk.Site.Use<CompanySnapshots>().GetAsync(mint.Id, Cancel)).Catalogue));
        Assert.Equal((mint.Katya, new LocalDate(2026, 3, 9)), (running.Resource.Id, running.LastDay));
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать и закрыть" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Екатерина" })).ToContainTextAsync("заканчивается 09.03.2026");

        await desk.OpenAsync($"/office/resources/{mint.Katya}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Отменить назначение с 10.03.2026" }).ClickAsync();
        await Expect(page.GetByText("График заканчивается")).ToBeHiddenAsync();
        Assert.Empty(SchedulesRunningOut.Of((await desk.Site.Use<CompanySnapshots>().GetAsync(mint.Id, Cancel)).Catalogue));
        await page.GetByLabel("С какого дня").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Назначить", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("С какого дня")).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.Single((await desk.Site.Use<ResourceList>().FindAsync(salon.Olga(), mint.Katya, Cancel))!.Assignments);
        Assert.Empty(desk.Faults);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task The_assignments_are_for_everybody_and_fit_their_screen(bool isPhone, bool isDark)
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres, isPhone, isDark);
        var (salon, mint) = (desk.Salon, desk.Salon.Company);
        await desk.Site.Use<AssignWorkSchedule>().RunAsync(salon.Olga(), mint.Katya, null, Salon.Monday.PlusDays(3), cancel: Cancel);
        await desk.SignInAsync($"/office/resources/{mint.Katya}");
        await desk.CheckAsync("a schedule that runs out");
        await desk.OpenAsync("/office/resources");
        await desk.CheckAsync("the warned list");
    }
}
