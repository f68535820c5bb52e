using Kabinet.Browser.Tests.WorkOrders;
using Kabinet.Data;
using Kabinet.Scheduling;
using Kabinet.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.Scheduling;

public class DeviationPagesTests(Browsers browsers, PostgresCluster postgres)
{
    private const string Path = "/office/schedules/deviations";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Days_are_dragged_over_and_the_cabinet_offers_none_of_them()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        var (page, mint) = (desk.Page, desk.Salon.Company);
        await desk.SignInAsync(Path);
        // Two people, Tuesday to Thursday, in one go.
        await DragAsync(page, Day(page, "Анна Соколова, вторник, 3 марта"), Day(page, "Екатерина Белова, четверг, 5 марта"));
        await Expect(page.GetByText("Выбрано: 6 дней, ресурсов: 2")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-day][aria-selected=true]:visible")).ToHaveCountAsync(6);
        await page.GetByRole(AriaRole.Button, new() { Name = "Не работает" }).ClickAsync();
        await Expect(page.GetByText("Записано: 6 дней")).ToBeVisibleAsync();
        await Expect(Day(page, "Екатерина Белова, четверг, 5 марта: не работает, отклонение")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-day][aria-selected=true]")).ToHaveCountAsync(0);

        // One day more by pressing it, one by pressing another with Ctrl held, with hours of their own.
        await Day(page, "Екатерина Белова, вторник, 3 марта").ClickAsync();
        await Day(page, "Екатерина Белова, пятница, 6 марта").ClickAsync(new() { Modifiers = [KeyboardModifier.Control] });
        await page.GetByLabel("Другие часы").FillAsync("18-9");
        await page.GetByLabel("Другие часы").PressAsync("Enter");
        await Expect(page.GetByText("Окончание раньше начала")).ToBeVisibleAsync();
        await page.GetByLabel("Другие часы").FillAsync("12–14, 15–17");
        await page.GetByRole(AriaRole.Button, new() { Name = "Другие часы" }).ClickAsync();
        await Expect(Day(page, "Екатерина Белова, пятница, 6 марта: 12:00–14:00, 15:00–17:00, отклонение")).ToBeVisibleAsync();

        await page.GotoAsync(desk.Address($"/mint/new/time?service={mint.Consultation}&resource={mint.Katya}&date=2026-03-06"));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "12:00" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "14:00" })).ToBeHiddenAsync();
        await page.GotoAsync(desk.Address($"/mint/new/time?service={mint.Consultation}&resource={mint.Katya}&date=2026-03-04"));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "12:00" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Days_are_chosen_with_the_keys_and_taken_back()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        var page = desk.Page;
        await desk.SignInAsync(Path);
        await Day(page, "Анна Соколова, воскресенье, 1 марта").FocusAsync();
        foreach (var key in new[] { "ArrowRight", "ArrowDown", "Shift+ArrowRight", "Shift+ArrowRight" }) await page.Keyboard.PressAsync(key);
        await Expect(page.GetByText("Выбрано: 3 дня, Екатерина Белова")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Не работает" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Записано: 3 дня")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Выбрать весь месяц: Екатерина Белова" }).ClickAsync();
        await Expect(page.GetByText("Выбрано: 31 день")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "По графику" }).ClickAsync();
        await Expect(page.GetByText("Записано: 31 день")).ToBeVisibleAsync();
        await Expect(Day(page, "Екатерина Белова, вторник, 3 марта: 10:00–20:00")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Выбрать у всех: понедельник, 9 марта" }).ClickAsync();
        await Expect(page.GetByText("Выбрано: 4 дня, ресурсов: 4")).ToBeVisibleAsync();
        await Day(page, "Екатерина Белова, понедельник, 9 марта").PressAsync("Escape");
        await Expect(page.GetByText("Нажмите на день")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_is_booked_is_decided_about_before_anything_is_written()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        var (page, mint) = (desk.Page, desk.Salon.Company);
        var first = await desk.BookAsync("12:00", day: 1);
        await desk.SignInAsync(Path);
        await Day(page, "Анна Соколова, вторник, 3 марта").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Не работает" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "На это время записаны: 1" })).ToBeFocusedAsync();
        await desk.CheckAsync("the listed bookings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Выберите для каждой записи")).ToBeVisibleAsync();

        // Somebody books meanwhile.
        var second = await desk.BookAsync("15:00", "Пётр", "+7 916 765-43-21", day: 1);
        await page.GetByLabel("Что сделать: Мария").SelectOptionAsync("Оставить как есть");
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Пока вы решали, записи изменились")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Что сделать: Мария")).ToHaveValueAsync("keep");
        await page.GetByLabel("Что сделать: Пётр").SelectOptionAsync(new SelectOptionValue { Label = "вт, 3 марта, 15:00 — Екатерина Белова" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать", Exact = true }).ClickAsync();
        await Expect(Day(page, "Анна Соколова, вторник, 3 марта: не работает, отклонение")).ToBeVisibleAsync();
        Assert.Equal([mint.Anna, mint.Katya], new[] { await desk.Salon.ReadAsync(first.Id), await desk.Salon.ReadAsync(second.Id) }.Select(order => order.Resources[0].ResourceId));

        // Nothing is changed by going back.
        await desk.BookAsync("12:00", day: 2);
        await Day(page, "Анна Соколова, среда, 4 марта").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Не работает" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ничего не менять" }).ClickAsync();
        await Expect(page.GetByText("Выбрано: 1 день, Анна Соколова")).ToBeVisibleAsync();
        await using var db = desk.Site.Use<Databases>().Open(mint.Id);
        Assert.Single(await db.ScheduleDeviations.ToListAsync(Cancel));
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task On_a_phone_the_month_of_one_resource_is_tapped_and_dragged_over()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres, isPhone: true);
        var (page, mint) = (desk.Page, desk.Salon.Company);
        await desk.SignInAsync($"{Path}?resource={mint.Katya}");
        // Friday to Tuesday is a run of days, not a rectangle.
        await DragAsync(page, Day(page, "пятница, 6 марта"), Day(page, "вторник, 10 марта"));
        await Expect(page.GetByText("Выбрано: 5 дней, Екатерина Белова")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Не работает" }).ClickAsync();
        await Expect(page.GetByText("Записано: 5 дней")).ToBeVisibleAsync();
        // The week after becomes like the one before it; days of two weeks are none.
        await Day(page, "вторник, 10 марта").ClickAsync();
        await Day(page, "вторник, 17 марта").ClickAsync(new() { Modifiers = [KeyboardModifier.Control] });
        await page.GetByRole(AriaRole.Button, new() { Name = "Скопировать прошлую неделю" }).ClickAsync();
        await Expect(page.GetByText("Выберите дни одной недели")).ToBeVisibleAsync();
        await Day(page, "среда, 18 марта").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Скопировать прошлую неделю" }).ClickAsync();
        await Expect(page.GetByText("Записано: 7 дней")).ToBeVisibleAsync();
        await Expect(Day(page, "вторник, 17 марта: не работает, отклонение")).ToBeVisibleAsync();
        await Expect(Day(page, "среда, 18 марта: 10:00–20:00")).ToBeVisibleAsync();
        await page.GetByLabel("Специалист или ресурс").SelectOptionAsync("Анна Соколова");
        await Expect(Day(page, "понедельник, 9 марта: 10:00–14:00, 15:00–20:00")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Следующий месяц" }).ClickAsync();
        await Expect(Day(page, "среда, 1 апреля")).ToBeVisibleAsync();
        await using var db = desk.Site.Use<Databases>().Open(mint.Id);
        Assert.Equal([6, 7, 8, 9, 10, 16, 17], (await db.ScheduleDeviations.OrderBy(one => one.Date).ToListAsync(Cancel)).Select(one => one.Date.Day));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Every_state_of_the_page_is_for_everybody_and_fits_its_screen(bool isPhone, bool isDark)
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres, isPhone, isDark);
        var mint = desk.Salon.Company;
        await desk.BookAsync("12:00", "Константинопольская-Преображенская Александра Вениаминовна", day: 3);
        await desk.OfOlgaAsync(olga => desk.Site.Use<DeviateFromSchedule>().RunAsync(olga, new([new(mint.Anna, new(2026, 3, 3)), new(mint.Katya, new(2026, 3, 7))], DeviationKind.OtherHours, "10-14 15:30-19:45"), cancel: Cancel));
        await desk.OfOlgaAsync(olga => desk.Site.Use<DeviateFromSchedule>().RunAsync(olga, new([new(mint.Anna, new(2026, 3, 10))], DeviationKind.NotWorking), cancel: Cancel));
        await desk.OfOlgaAsync(olga => desk.Site.Use<AssignWorkSchedule>().RunAsync(olga, mint.Anna, null, new(2026, 3, 20), cancel: Cancel));
        await desk.SignInAsync(Path);
        await desk.CheckAsync("the days");
        await Day(desk.Page, $"{(isPhone ? "" : "Анна Соколова, ")}четверг, 5 марта").ClickAsync();
        await Expect(desk.Page.GetByText("Выбрано: 1 день")).ToBeVisibleAsync();
        await desk.CheckAsync("a day chosen");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Другие часы" }).ClickAsync();
        await Expect(desk.Page.GetByText("Напишите часы так")).ToBeVisibleAsync();
        await desk.CheckAsync("refused hours");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Не работает" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Перенести всех на ближайшее" }).ClickAsync();
        await desk.CheckAsync("a booking to be moved");
        await desk.OpenAsync($"{Path}?resource={mint.Anna}&month=2026-03");
        await desk.CheckAsync("one resource");
        Assert.Empty(desk.Faults);
    }

    /// <summary>By what is said of it.</summary>
    private static ILocator Day(IPage page, string spoken) => page.Locator("[data-day]:visible", new() { HasText = spoken });

    private static async Task DragAsync(IPage page, ILocator from, ILocator to)
    {
        await from.HoverAsync();
        await page.Mouse.DownAsync();
        await to.HoverAsync();
        await page.Mouse.UpAsync();
    }
}
