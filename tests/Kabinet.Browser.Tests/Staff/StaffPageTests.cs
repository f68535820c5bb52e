using Kabinet.Browser.Tests.WorkOrders;
using Kabinet.Staff;
using Kabinet.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.Staff;

public class StaffPageTests(Browsers browsers, PostgresCluster postgres)
{
    [Fact]
    public async Task An_owner_invites_somebody_who_takes_the_place_and_lets_him_go_again()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync(StaffPage.Path);
        var page = desk.Page;

        await InviteAsync(page, "vera@example.com", "Вера Лаврова");
        var link = await page.Locator("#invitation-link").InnerTextAsync();
        await Button(page, "Готово, ссылка передана").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Вера Лаврова" })).ToContainTextAsync("действует до 09.03 09:00, письмо не уходило");

        await using var context = await browsers.Chromium.NewContextAsync(new() { Locale = "ru-RU" });
        var hers = await context.NewPageAsync();
        await hers.GotoAsync(link);
        await Expect(hers.GetByLabel("Почта")).ToHaveValueAsync("vera@example.com");
        await hers.GetByLabel("Пароль").FillAsync("лаванда и мята");
        await Button(hers, "Принять приглашение").ClickAsync();
        await hers.WaitForURLAsync("**/office");

        // The owner's page follows.
        desk.Salon.Clock.Advance(TimeSpan.FromSeconds(1));
        var row = page.GetByRole(AriaRole.Row, new() { Name = "vera@example.com" });
        await Expect(Button(page, "Изменить сотрудника «Вера Лаврова»")).ToBeVisibleAsync();
        await Expect(page.GetByText("Ждём ответа")).ToHaveCountAsync(0);
        await Button(page, "Изменить сотрудника «Вера Лаврова»").ClickAsync();
        await page.GetByLabel("Роль").SelectOptionAsync("Specialist");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("Выберите, кто это в записи")).ToBeVisibleAsync();
        await page.GetByLabel("Кто это в записи").SelectOptionAsync(new SelectOptionValue { Value = $"{desk.Salon.Company.Katya}" });
        await Button(page, "Записать").ClickAsync();
        await Expect(row).ToContainTextAsync("Специалист");

        await Button(page, "Убрать сотрудника «Вера Лаврова»").ClickAsync();
        await Button(page, "Убрать").ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
        await hers.GotoAsync(desk.Address("/office/work-orders"));
        await hers.WaitForURLAsync("**/office/sign-in**");
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Every_state_of_the_pages_is_for_everybody_and_fits_its_screen(bool isPhone, bool isDark)
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres, isPhone, isDark);
        await desk.SignInAsync(StaffPage.Path);
        var page = desk.Page;
        await desk.CheckAsync("the list");

        await Button(page, "Пригласить").ClickAsync();
        // Before the form is there the same words are on another button.
        await Expect(page.GetByLabel("Почта")).ToBeFocusedAsync();
        await Button(page, "Отправить приглашение").ClickAsync();
        await Expect(page.GetByText("Похоже, в адресе ошибка")).ToBeVisibleAsync();
        await desk.CheckAsync("the refused form");
        await page.Keyboard.PressAsync("Escape");
        await InviteAsync(page, "a.very.long.address.of.somebody@beauty-salon-on-forest-street.example", "Константинопольская-Вознесенская Александра Владиславовна");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Передайте ссылку сами" })).ToBeFocusedAsync();
        await desk.CheckAsync("the link");
        var link = await page.Locator("#invitation-link").InnerTextAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Отозвать приглашение" }).ClickAsync();
        await Expect(Button(page, "Не отзывать")).ToBeVisibleAsync();
        await desk.CheckAsync("the question");

        await page.GotoAsync(desk.Address(AccountPage.Path));
        await desk.CheckAsync("the account");
        await Button(page, "Настроить второй шаг").ClickAsync();
        await Expect(page.GetByLabel("Код из приложения")).ToBeVisibleAsync();
        await desk.CheckAsync("the secret of the second step");

        await page.Context.ClearCookiesAsync();
        foreach (var (address, state) in new[] { (link, "the invitation"), (desk.Address("/office/invitation?code=1"), "no invitation"), (desk.Address(ForgottenPasswordPage.Path), "no mail"), (desk.Address("/office/new-password"), "a new password") })
        {
            await page.GotoAsync(address);
            await desk.CheckAsync(state);
        }
        Assert.True(desk.Faults.Count == 0, string.Join(Environment.NewLine, desk.Faults));
    }

    private static async Task InviteAsync(IPage page, string email, string name)
    {
        await Button(page, "Пригласить").ClickAsync();
        await page.GetByLabel("Почта").FillAsync(email);
        await page.GetByLabel("Имя").FillAsync(name);
        await page.GetByLabel("Роль").SelectOptionAsync("Manager");
        await Button(page, "Отправить приглашение").ClickAsync();
        await Expect(page.Locator("#invitation-link")).ToBeVisibleAsync();
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
