using Kabinet.Web.Tests;
using Kabinet.WorkOrders;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.WorkOrders;

public class WorkOrderFormTests(Browsers browsers, PostgresCluster postgres)
{
    [Fact]
    public async Task The_form_shows_what_the_client_chose_and_wrote()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        var order = await desk.BookAsync("12:00");
        await desk.SignInAsync($"/office/work-orders/{order.Id}");
        var page = desk.Page;

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Заказ-наряд №1 от 02.03.2026" })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Старт")).ToHaveValueAsync("2026-03-02T12:00");
        await Expect(page.GetByLabel("Финиш")).ToHaveValueAsync("2026-03-02T13:00");
        await Expect(page.GetByLabel("Комментарий")).ToHaveValueAsync("Аллергия на аммиак");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "+7 916 123-45-67" })).ToHaveAttributeAsync("href", "tel:+79161234567");
        await Expect(page.GetByText("За 2 часа")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Tab, new() { Name = "Работы: 1" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Женская стрижка" })).ToContainTextAsync("2 500 ₽".Replace(' ', '\u202f').Replace("\u202f₽", "\u00a0₽", StringComparison.Ordinal));
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Анна Соколова" })).ToContainTextAsync("02.03 12:00");
    }

    [Fact]
    public async Task Comment_state_and_time_are_written_and_a_refusal_keeps_what_was_typed()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        var order = await desk.BookAsync("12:00");
        await desk.SignInAsync($"/office/work-orders/{order.Id}");
        var page = desk.Page;

        await page.GetByLabel("Комментарий").FillAsync("Просит бережный состав");
        await page.GetByLabel("Старт").FillAsync("2026-03-02T13:30");
        await page.GetByLabel("Финиш").FillAsync("2026-03-02T14:30");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("В это время записи нет: нерабочее время. Выберите другое.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Комментарий")).ToHaveValueAsync("Просит бережный состав");
        await Expect(page.GetByLabel("Старт")).ToHaveAttributeAsync("aria-invalid", "true");

        await page.GetByLabel("Старт").FillAsync("2026-03-02T16:00");
        await page.GetByLabel("Финиш").FillAsync("2026-03-02T17:30");
        await page.GetByLabel("Состояние").SelectOptionAsync("В работе");
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Записано")).ToBeVisibleAsync();

        var saved = await desk.Salon.ReadAsync(order.Id);
        Assert.Equal((Salon.At("16:00"), Salon.At("17:30"), OrderStatus.InProgress, "Просит бережный состав"), (saved.Start, saved.Finish, saved.Status, saved.Comment));
    }

    [Fact]
    public async Task What_is_not_written_is_not_lost_by_leaving()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        var order = await desk.BookAsync("12:00");
        await desk.SignInAsync($"/office/work-orders/{order.Id}");

        await desk.Page.GetByLabel("Комментарий").FillAsync("Важное");
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Записать и выйти" }).ClickAsync();

        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Заказ-наряды" })).ToBeVisibleAsync();
        Assert.Equal("Важное", (await desk.Salon.ReadAsync(order.Id)).Comment);
    }

    [Fact]
    public async Task Somebody_elses_change_is_shown_or_said()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        var order = await desk.BookAsync("12:00");
        await desk.SignInAsync($"/office/work-orders/{order.Id}");
        var page = desk.Page;

        await ChangeElsewhereAsync(desk, order, "Пришла пораньше");
        await Expect(page.GetByLabel("Комментарий")).ToHaveValueAsync("Пришла пораньше");

        await page.GetByLabel("Комментарий").FillAsync("Моё");
        await page.GetByLabel("Комментарий").BlurAsync();
        // The mark in the title tells that the circuit has heard of what was typed.
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@" \*$"));
        await ChangeElsewhereAsync(desk, order, "Чужое");
        await Expect(page.GetByText("документ изменил кто-то другой")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Комментарий")).ToHaveValueAsync("Моё");
        await page.GetByRole(AriaRole.Button, new() { Name = "Показать, как стало" }).ClickAsync();
        await Expect(page.GetByLabel("Комментарий")).ToHaveValueAsync("Чужое");
    }

    private static async Task ChangeElsewhereAsync(Desk desk, WorkOrder order, string comment)
    {
        var form = WorkOrderForm.Of(await desk.Salon.ReadAsync(order.Id), Salon.Zone);
        form.Comment = comment;
        Assert.False((await desk.Site.Use<ChangeWorkOrder>().RunAsync(desk.Salon.Olga(), order.Id, form, TestContext.Current.CancellationToken)).IsRefused);
        desk.Salon.Clock.Advance(TimeSpan.FromSeconds(1));
    }
}
