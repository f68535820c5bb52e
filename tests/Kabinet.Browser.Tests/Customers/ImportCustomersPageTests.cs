using System.Text;
using Kabinet.Browser.Tests.WorkOrders;
using Kabinet.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.Customers;

public class ImportCustomersPageTests(Browsers browsers, PostgresCluster postgres)
{
    private const string Dirty = """
        Клиенты студии;;;
        ФИО;Контакт;ДР;Комментарий
        Пётр Иванов;8 916 000-00-01;17 мая 1985 г.;Не любит ждать
        Пётр Иванов;+7 (916) 000-00-01;;
        Анна Константинопольская-Рождественская;8916000;31.02.1990;
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_dirty_file_is_mapped_looked_at_and_loaded(bool isPhone, bool isDark)
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres, isPhone, isDark);
        await desk.SignInAsync("/office/customers");
        var page = desk.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Загрузить из файла" }).ClickAsync();
        await desk.CheckAsync("the choice of a file");
        await ChooseAsync(page, "clients.csv", CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Dirty));

        // «Контакт» is nothing that is known; without it Pyotr would be nobody.
        await page.GetByLabel("Куда загрузить «Контакт»").SelectOptionAsync("Телефоны");
        await Expect(page.GetByLabel("Куда загрузить «ДР»")).ToHaveValueAsync("birthday");
        await desk.CheckAsync("the columns");
        await Button(page, "Проверить").ClickAsync();
        await Expect(Row(page, "5 Контакт 8916000")).ToContainTextAsync("Похоже, в номере ошибка");
        await Expect(Row(page, "5 ДР 31.02.1990")).ToContainTextAsync("17.05.1990");
        await Expect(Row(page, "строка 3")).ToContainTextAsync("Повтор");
        await desk.CheckAsync("the check");
        Assert.Equal(0, await CountAsync(desk));

        await Expect(Button(page, "Загрузить: 1")).ToBeDisabledAsync();
        await page.GetByLabel("Пропустить строки с ошибками: 1").CheckAsync();
        await Button(page, "Загрузить: 1").ClickAsync();
        await Expect(page.GetByText("Записано: 1")).ToBeVisibleAsync();
        await desk.CheckAsync("the end");
        await page.GetByRole(AriaRole.Link, new() { Name = "К клиентам" }).ClickAsync();
        await Expect(Row(page, "Пётр Иванов +7 916 000-00-01")).ToBeVisibleAsync();
        Assert.Equal(1, await CountAsync(desk));
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_told_and_another_one_can_be_chosen()
    {
        await using var desk = await Desk.OpenAsync(browsers, postgres);
        await desk.SignInAsync("/office/customers/import");
        await ChooseAsync(desk.Page, "clients.xlsx", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0, 0]);
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Это не таблица");
        await desk.CheckAsync("the refusal");

        await ChooseAsync(desk.Page, "clients.csv", "Телефон\n89160000001\n"u8.ToArray());
        await Button(desk.Page, "Проверить").ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("«Имя или название»");
        Assert.Empty(desk.Faults);
    }

    private static Task ChooseAsync(IPage page, string name, byte[] content) =>
        page.GetByLabel("Таблица .xlsx или .csv").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });

    private static async Task<int> CountAsync(Desk desk)
    {
        await using var db = desk.Salon.Db();
        return await db.Customers.CountAsync(Cancel);
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name });
    private static ILocator Row(IPage page, string name) => page.GetByRole(AriaRole.Row, new() { Name = name });
}
