using Kabinet.Browser.Tests.Cabinet;
using Kabinet.Browser.Tests.WorkOrders;
using Kabinet.Resources;
using Kabinet.ServiceCatalog;
using Kabinet.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.Resources;

public class ResourcePagesTests(Browsers browsers, PostgresCluster postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_owner_adds_a_specialist_who_gets_a_service_and_a_client_sees_him()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await using var phone = await Phone.TakeAsync(desk.Site, browsers);
        await desk.SignInAsync();
        var page = desk.Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "Специалисты" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Добавить", Exact = true }).ClickAsync();
        await page.GetByLabel("Имя или название").FillAsync("Дмитрий Орлов");
        await page.GetByLabel("Специальность").FillAsync("Барбер");
        await page.GetByLabel("График работы").SelectOptionAsync("Пятидневка 10–20");
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать и закрыть" }).ClickAsync();
        await Expect(Row(page, "Дмитрий Орлов")).ToContainTextAsync("Барбер");

        var made = (await desk.Site.Use<ResourceList>().AllAsync(desk.Salon.Olga(), false, Cancel)).Resources[^1];
        Assert.Equal(("Дмитрий Орлов", "Барбер", 1, true), (made.Name, made.Speciality, made.Capacity, made.IsOfferedOnline));
        await desk.OpenAsync($"/office/services/{desk.Salon.Company.Haircut}");
        await page.GetByLabel("Дмитрий Орлов").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать и закрыть" }).ClickAsync();
        await Expect(Row(page, "Женская стрижка")).ToContainTextAsync("Дмитрий Орлов");
        await phone.OpenAsync("new/resources");
        await Expect(phone.Page.GetByText("Барбер")).ToBeVisibleAsync();
        Assert.Contains(made.Id, (await desk.Site.Use<ServiceList>().FindAsync(desk.Salon.Olga(), desk.Salon.Company.Haircut, Cancel))!.PerformerIds);
    }

    [Fact]
    public async Task What_is_booked_keeps_its_place_and_the_refusal_says_so_where_it_arose()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        var (salon, mint) = (desk.Salon, desk.Salon.Company);
        await desk.BookAsync("12:00");
        foreach (var guest in new[] { "+7 916 000-00-01", "+7 916 000-00-02" })
            Assert.False((await salon.BookAsync(Salon.Form(mint.Yoga, mint.YogaHall, Salon.At("12:00"), guest))).IsRefused);
        await desk.SignInAsync($"/office/resources/{mint.YogaHall}");
        var page = desk.Page;

        await page.GetByLabel("Вместимость").FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("Вместимость")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByText("Записей на одно и то же время больше, чем поместится")).ToBeVisibleAsync();
        await page.GetByLabel("Вместимость").FillAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Записано");

        await desk.OpenAsync($"/office/resources/{mint.Anna}");
        await page.GetByRole(AriaRole.Button, new() { Name = "В архив" }).ClickAsync();
        await Expect(page.GetByText("На этот ресурс есть записи")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "В архив" })).ToBeVisibleAsync();
        Assert.False((await desk.Site.Use<ResourceList>().FindAsync(salon.Olga(), mint.Anna, Cancel))!.IsArchived);

        await desk.OpenAsync($"/office/resources/{mint.Katya}");
        await page.GetByRole(AriaRole.Button, new() { Name = "В архив" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Вернуть из архива" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "В архив" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_field()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync("/office/resources/new");
        var page = desk.Page;

        await page.GetByLabel("Вместимость").FillAsync("полтора");
        await page.GetByLabel("Фотография").FillAsync("javascript:alert(1)");
        await page.Keyboard.PressAsync("Control+Enter");
        foreach (var field in new[] { "Имя или название", "Вместимость", "Фотография" }) await Expect(page.GetByLabel(field)).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByLabel("Вместимость")).ToHaveValueAsync("полтора");
        Assert.Equal(4, (await desk.Site.Use<ResourceList>().AllAsync(desk.Salon.Olga(), true, Cancel)).Resources.Count);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Every_state_of_the_pages_is_for_everybody_and_fits_its_screen(bool isPhone, bool isDark)
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres, isPhone, isDark);
        var (salon, mint) = (desk.Salon, desk.Salon.Company);
        var change = desk.Site.Use<ChangeResource>();
        await change.RunAsync(salon.Olga(), mint.Katya, form => form with
        {
            Name = "Александра Рождественская-Константинопольская",
            Speciality = "Врач-косметолог, специалист по аппаратным методикам и уходу за чувствительной кожей",
            ScheduleId = null,
        }, Cancel);
        await change.RunAsync(salon.Olga(), mint.YogaHall, form => form with { IsArchived = true }, Cancel);
        await desk.BookAsync("12:00");
        await desk.SignInAsync("/office/resources?archived=true");
        await desk.CheckAsync("the list");

        foreach (var resource in new[] { mint.Katya, mint.YogaHall, mint.Anna })
        {
            await desk.OpenAsync($"/office/resources/{resource}");
            await desk.CheckAsync("the card");
        }
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "В архив" }).ClickAsync();
        await Expect(desk.Page.GetByText("На этот ресурс есть записи")).ToBeVisibleAsync();
        await desk.CheckAsync("the refused archiving");
        await desk.OpenAsync("/office/resources/new");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Записать", Exact = true }).ClickAsync();
        await Expect(desk.Page.GetByText("не может быть пустым")).ToBeVisibleAsync();
        await desk.CheckAsync("the refused form");
        Assert.Empty(desk.Faults);
    }

    private static ILocator Row(IPage page, string name) => page.GetByRole(AriaRole.Row, new() { Name = name });
}
