using Kabinet.Web.Tests;
using Kabinet.WorkOrders;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.WorkOrders;

public class WorkOrderListTests(Browsers browsers, PostgresCluster postgres)
{
    [Fact]
    public async Task A_new_booking_appears_without_a_reload_and_is_lit_up()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync();
        await Expect(desk.Page.GetByText("Заказ-нарядов пока нет")).ToBeVisibleAsync();

        await desk.BookAsync("12:00", "Мария");
        await Expect(Row(desk, "Мария")).ToContainTextAsync("02.03 12:00");
        await desk.BookAsync("16:00", "Нина", "+7 916 000-00-02");

        await Expect(Row(desk, "Нина")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("new"));
        await Expect(Row(desk, "Мария")).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("new"));
        await Expect(desk.Page.GetByText("2 заказ-наряда")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Filters_and_search_live_in_the_address_are_gone_back_from_and_remembered()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.BookAsync("12:00", "Мария");
        await desk.BookAsync("16:00", "Нина", "+7 916 000-00-02", day: 1);
        await desk.SignInAsync();

        await desk.Page.GetByRole(AriaRole.List, new() { Name = "Готовые отборы" }).GetByRole(AriaRole.Link, new() { Name = "Сегодня" }).ClickAsync();
        await Expect(Row(desk, "Нина")).ToBeHiddenAsync();
        Assert.EndsWith("?view=today", desk.Page.Url, StringComparison.Ordinal);
        await desk.Page.GoBackAsync();
        await Expect(Row(desk, "Нина")).ToBeVisibleAsync();

        await desk.Page.Keyboard.PressAsync("/");
        await desk.Page.Keyboard.TypeAsync("ниНА");
        await Expect(Row(desk, "Мария")).ToBeHiddenAsync();
        await desk.Page.GetByLabel("Ресурс").SelectOptionAsync("Анна Соколова");
        await Expect(desk.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=.*resource="));
        await Expect(Row(desk, "Нина")).ToBeVisibleAsync();

        await desk.OpenAsync("/office/work-orders");
        await Expect(Row(desk, "Мария")).ToBeHiddenAsync();
        Assert.Contains("resource=", desk.Page.Url, StringComparison.Ordinal);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Сбросить" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Поиск" }).FillAsync("");
        await Expect(Row(desk, "Мария")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_typed_on_a_slow_line_is_not_lost()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.BookAsync("12:00", "Мария");
        await desk.BookAsync("16:00", "Нина", "+7 916 000-00-02", day: 1);
        await desk.SlowDownAsync(TimeSpan.FromMilliseconds(350));
        await desk.SignInAsync();
        var search = desk.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Поиск" });
        var customer = desk.Page.GetByLabel("Покупатель", new() { Exact = true });

        await search.PressSequentiallyAsync("нина", new() { Delay = 120 });
        await Expect(Row(desk, "Мария")).ToBeHiddenAsync();
        await Expect(search).ToHaveValueAsync("нина");
        await Expect(Row(desk, "Нина")).ToBeVisibleAsync();

        await customer.PressSequentiallyAsync("мария", new() { Delay = 120 });
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Мария +7 916 123-45-67" })).ToBeVisibleAsync();
        await Expect(customer).ToHaveValueAsync("мария");
    }

    [Fact]
    public async Task A_customer_is_found_by_phone_and_filtered_by()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.BookAsync("12:00", "Мария");
        await desk.BookAsync("16:00", "Нина", "+7 916 000-00-02");
        await desk.SignInAsync();

        await desk.Page.GetByLabel("Покупатель", new() { Exact = true }).FillAsync("8 (916) 000-00-02");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Нина +7 916 000-00-02" }).ClickAsync();

        await Expect(Row(desk, "Мария")).ToBeHiddenAsync();
        await Expect(Row(desk, "Нина")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_state_is_changed_in_its_row_and_cancelling_asks_why()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        var order = await desk.BookAsync("12:00");
        await desk.SignInAsync();

        await desk.Page.GetByLabel("Состояние заказ-наряда №1").SelectOptionAsync("В работе");
        await Expect(desk.Page.GetByRole(AriaRole.Link, new() { Name = "В работе 1" })).ToBeVisibleAsync();
        await desk.Page.GetByLabel("Состояние заказ-наряда №1").SelectOptionAsync("Отменён");
        await desk.Page.GetByLabel("Причина отмены").SelectOptionAsync("Клиент передумал");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Отменить заказ-наряд" }).ClickAsync();

        await Expect(Row(desk, "Мария")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("closed"));
        Assert.Equal((OrderStatus.Cancelled, "Клиент передумал"), (await desk.Salon.ReadAsync(order.Id)) is var saved ? (saved.Status, saved.CancelReason) : default);
    }

    [Fact]
    public async Task Arrows_and_Enter_walk_the_list_and_Esc_comes_back()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.BookAsync("12:00", "Мария");
        await desk.BookAsync("16:00", "Нина", "+7 916 000-00-02");
        await desk.SignInAsync("/office/work-orders?sort=number");

        // A page that comes alive takes the focus to its heading; keys pressed before that would lose it again.
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Заказ-наряды" })).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("/");
        await desk.Page.Keyboard.PressAsync("ArrowDown");
        await desk.Page.Keyboard.PressAsync("ArrowDown");
        await desk.Page.Keyboard.PressAsync("Enter");

        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Заказ-наряд №2 от 02.03.2026" })).ToBeVisibleAsync();
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(Row(desk, "Мария")).ToBeVisibleAsync();
    }

    private static ILocator Row(Desk desk, string customer) => desk.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = customer });
}
