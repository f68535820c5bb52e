using Kabinet.Browser.Tests.WorkOrders;
using Kabinet.Scheduling;
using Kabinet.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.Scheduling;

public class WorkSchedulePagesTests(Browsers browsers, PostgresCluster postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_month_shows_what_is_typed_as_it_is_typed_and_a_shift_schedule_is_made()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync();
        var page = desk.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Графики" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Добавить график" }).ClickAsync();
        await page.GetByLabel("Название").FillAsync("Два через два");

        await page.GetByLabel("Часы с понедельника").FillAsync("10-14 15-19");
        await Expect(Day(page, 2)).ToContainTextAsync("10–1415–19");
        await Expect(Day(page, 7)).Not.ToContainTextAsync("10–14");
        await page.GetByLabel("Шестидневка").CheckAsync();
        await Expect(Day(page, 7)).ToContainTextAsync("10–14");

        await page.GetByLabel("Сменный").CheckAsync();
        await page.GetByLabel("Первый день цикла").FillAsync("2026-03-03");
        await page.GetByLabel("День 1", new() { Exact = true }).FillAsync("8-20");
        await Expect(Day(page, 3)).ToContainTextAsync("8–20");
        await Expect(Day(page, 7)).ToContainTextAsync("8–20");
        await page.GetByRole(AriaRole.Button, new() { Name = "2 через 2" }).ClickAsync();
        await Expect(page.GetByLabel("День 2", new() { Exact = true })).ToHaveValueAsync("8:00–20:00");
        await Expect(Day(page, 4)).ToContainTextAsync("8–20");
        await Expect(Day(page, 5)).Not.ToContainTextAsync("8–20");
        await page.GetByRole(AriaRole.Button, new() { Name = "Следующий месяц" }).ClickAsync();
        await Expect(page.GetByText("Апрель 2026", new() { Exact = true })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Записать и закрыть" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Два через два" })).ToContainTextAsync("Никому не назначен");
        var made = (await desk.Site.Use<WorkScheduleList>().AllAsync(desk.Salon.Olga(), Cancel)).Schedules[^1];
        Assert.Equal(["8:00–20:00", "8:00–20:00", "", ""], WorkScheduleForm.Of(made).Days);
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task Days_of_a_calendar_schedule_are_chosen_by_pressing_them_and_wrong_hours_are_refused_at_their_field()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync("/office/schedules/new");
        var page = desk.Page;

        await page.GetByLabel("По дням недели").CheckAsync();
        await page.GetByLabel("Среда").FillAsync("18-9");
        await page.GetByLabel("Среда").BlurAsync();
        await Expect(page.GetByText("Окончание раньше начала")).ToBeVisibleAsync();
        await page.GetByLabel("Вторник").FillAsync("9-13 12-18");
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Интервалы пересекаются")).ToBeVisibleAsync();
        await Expect(page.GetByText("Имя или название не может быть пустым")).ToBeVisibleAsync();
        foreach (var field in new[] { "Вторник", "Среда", "Название" }) await Expect(page.GetByLabel(field)).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByLabel("Среда")).ToHaveValueAsync("18-9");

        await page.GetByLabel("По календарю").CheckAsync();
        await page.GetByLabel("Название").FillAsync("Мастер-классы");
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать", Exact = true }).ClickAsync();
        await Expect(page.GetByText("В графике нет рабочих часов")).ToBeVisibleAsync();
        await page.GetByLabel("Часы для дней").FillAsync("12:00–15:30");
        foreach (var day in new[] { "среда, 4 марта", "суббота, 7 марта", "вторник, 10 марта" }) await page.GetByRole(AriaRole.Button, new() { Name = day }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "суббота, 7 марта" }).ClickAsync();
        await Expect(page.GetByText("Отмечено: 2")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Записано");

        var made = (await desk.Site.Use<WorkScheduleList>().AllAsync(desk.Salon.Olga(), Cancel)).Schedules[^1];
        Assert.Equal(new Dictionary<NodaTime.LocalDate, string> { [new(2026, 3, 4)] = "12:00–15:30", [new(2026, 3, 10)] = "12:00–15:30" }, WorkScheduleForm.Of(made).Dates!);
        await page.GetByRole(AriaRole.Button, new() { Name = "В архив" }).ClickAsync();
        await Expect(page.GetByText("В архиве: назначить его нельзя")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Holidays_are_days_off_where_the_schedule_says_so()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync("/office/schedules/new");
        var page = desk.Page;
        await page.GetByLabel("Название").FillAsync("Будни");
        foreach (var month in new[] { "Апрель 2026", "Май 2026" })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Следующий месяц" }).ClickAsync();
            await Expect(page.GetByText(month, new() { Exact = true })).ToBeVisibleAsync();
        }
        await Expect(Day(page, 1)).ToContainTextAsync("9–18");
        await page.GetByLabel("В праздники не работает").CheckAsync();
        await Expect(Day(page, 1)).Not.ToContainTextAsync("9–18");
        await Expect(Day(page, 4)).ToContainTextAsync("9–18");
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать и закрыть" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Будни" })).ToContainTextAsync("кроме праздников");
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Every_state_of_the_pages_is_for_everybody_and_fits_its_screen(bool isPhone, bool isDark)
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres, isPhone, isDark);
        var salon = desk.Salon;
        var seen = (await desk.Site.Use<WorkScheduleList>().AllAsync(salon.Olga(), Cancel)).Schedules[0];
        await desk.Site.Use<ChangeWorkSchedule>().RunAsync(salon.Olga(), seen.Id, WorkScheduleForm.Of(seen),
            new("Очень длинное название графика администраторов и мастеров-универсалов на время ремонта", ScheduleKind.Weekly, ["8:00–12:30, 13:15–17:45, 18:15–22:30", "", "", "", "", "", "0:00–24:00"]), cancel: Cancel);
        await desk.SignInAsync("/office/schedules");
        await desk.CheckAsync("the list");
        await desk.OpenAsync("/office/schedules?q=никто");
        await desk.CheckAsync("nothing found");
        await desk.OpenAsync($"/office/schedules/{seen.Id}");
        await desk.CheckAsync("the card");
        foreach (var kind in new[] { "Шестидневка", "Сменный", "По календарю" })
        {
            await desk.Page.GetByLabel(kind).CheckAsync();
            await desk.CheckAsync(kind);
        }
        await desk.OpenAsync("/office/schedules/new");
        await desk.Page.GetByLabel("Часы с понедельника").FillAsync("18-9");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Записать", Exact = true }).ClickAsync();
        await Expect(desk.Page.GetByText("Окончание раньше начала")).ToBeVisibleAsync();
        await desk.CheckAsync("the refused form");
        Assert.Empty(desk.Faults);
    }

    private static ILocator Day(IPage page, int number) => page.Locator(".month-calendar td", new() { Has = page.Locator($"b:text-is('{number}')") });
}
