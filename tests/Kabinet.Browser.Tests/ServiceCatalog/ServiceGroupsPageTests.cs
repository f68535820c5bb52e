using Kabinet.Browser.Tests.WorkOrders;
using Kabinet.Resources;
using Kabinet.ServiceCatalog;
using Kabinet.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.ServiceCatalog;

public class ServiceGroupsPageTests(Browsers browsers, PostgresCluster postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Groups_are_added_put_in_order_from_the_keyboard_and_deleted_with_their_services_moved()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        var (page, olga, groups) = (desk.Page, desk.Salon.Olga(), desk.Site.Use<ArrangeServiceGroups>());
        var hair = (await groups.AddAsync(olga, "Волосы", Cancel)).Value;
        await desk.Site.Use<ChangeService>().RunAsync(olga, desk.Salon.Company.Haircut, form => form with { GroupId = hair }, Cancel);
        await desk.SignInAsync("/office/services");

        await page.GetByRole(AriaRole.Link, new() { Name = "Группы" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Добавить группу" }).ClickAsync();
        await Expect(page.GetByLabel("Название группы").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Тело");
        await page.Keyboard.PressAsync("Shift+Tab");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Выше: Тело" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Название группы").First).ToHaveValueAsync("Тело");
        await Expect(page.GetByText("Тело: 1 из 2")).ToBeAttachedAsync();
        // The first of all goes only down: there the focus is.
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ниже: Тело" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Записано");
        var written = (await desk.Site.Use<ServiceList>().AllAsync(olga, true, Cancel)).Groups;
        Assert.Equal(["Тело", "Волосы"], written.Select(one => one.Name));

        await page.GetByRole(AriaRole.Button, new() { Name = "Удалить: Волосы" }).ClickAsync();
        await page.GetByLabel("1 услуга перенести").SelectOptionAsync("в «Тело»");
        await page.GetByRole(AriaRole.Button, new() { Name = "Удалить группу" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать и закрыть" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Тело" })).ToBeVisibleAsync();
        Assert.Equal(written[0].Id, (await desk.Site.Use<ServiceList>().FindAsync(olga, desk.Salon.Company.Haircut, Cancel))!.GroupId);
    }

    [Fact]
    public async Task A_card_makes_the_group_and_the_kind_that_it_needs_and_keeps_what_was_typed()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        var page = desk.Page;
        await desk.SignInAsync("/office/services/new");

        await page.GetByLabel("Название").FillAsync("Педикюр");
        await page.GetByRole(AriaRole.Button, new() { Name = "Новая группа" }).ClickAsync();
        await Expect(page.GetByLabel("Новая группа")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Ногти");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Группа" }).Locator("option:checked")).ToHaveTextAsync("Ногти");
        await page.GetByRole(AriaRole.Button, new() { Name = "Новый вид ресурса" }).ClickAsync();
        await page.GetByLabel("Новый вид ресурса").FillAsync("Кабинет");
        await page.GetByRole(AriaRole.Button, new() { Name = "Добавить" }).ClickAsync();
        await Expect(page.GetByText("Такое название уже есть")).ToBeVisibleAsync();
        await page.GetByLabel("Новый вид ресурса").FillAsync("Кресло");
        await page.GetByRole(AriaRole.Button, new() { Name = "Добавить" }).ClickAsync();
        await Expect(page.GetByLabel("Кресло")).ToBeCheckedAsync();
        await Expect(page.GetByLabel("Название")).ToHaveValueAsync("Педикюр");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Записано");

        var cards = await desk.Site.Use<ServiceList>().AllAsync(desk.Salon.Olga(), true, Cancel);
        var (made, kinds) = (cards.Services[^1], (await desk.Site.Use<ResourceList>().AllAsync(desk.Salon.Olga(), true, Cancel)).Kinds);
        Assert.Equal(("Ногти", "Кресло"), (cards.Groups.Single(one => one.Id == made.GroupId).Name, kinds.Single(one => one.Id == made.NeededKindIds.Single()).Name));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task The_lists_of_names_are_for_everybody_and_fit_their_screen(bool isPhone, bool isDark)
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres, isPhone, isDark);
        var page = desk.Page;
        await desk.SignInAsync("/office/services/groups");
        await desk.CheckAsync("no groups");

        var groups = desk.Site.Use<ArrangeServiceGroups>();
        await groups.AddAsync(desk.Salon.Olga(), "Восстановление волос и кожи головы «Преображение-экстра» с массажем и паром", Cancel);
        var hair = (await groups.AddAsync(desk.Salon.Olga(), "Волосы", Cancel)).Value;
        await desk.Site.Use<ChangeService>().RunAsync(desk.Salon.Olga(), desk.Salon.Company.Haircut, form => form with { GroupId = hair }, Cancel);
        await desk.OpenAsync("/office/services/groups");
        await page.GetByRole(AriaRole.Button, new() { Name = "Добавить группу" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Имя или название не может быть пустым.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Удалить: Волосы" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Удалить группу" })).ToBeVisibleAsync();
        await desk.CheckAsync("groups, one refused, one to be deleted");

        await desk.OpenAsync("/office/resources/kinds");
        await page.GetByRole(AriaRole.Button, new() { Name = "Удалить: Кабинет" }).ClickAsync();
        await Expect(page.GetByText("Сначала снимите его")).ToBeVisibleAsync();
        await desk.CheckAsync("a kind in use");
        Assert.Empty(desk.Faults);
    }
}
