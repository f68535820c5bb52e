using Kabinet.Web.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.Cabinet;

/// <summary>A client on the way to a booking, who presses what she reads.</summary>
public sealed class Walk(IBrowserContext context, IPage page, Uri root) : IAsyncDisposable
{
    public IPage Page => page;

    public Task OpenAsync(string path) => page.GotoAsync(new Uri(root, $"/{TestCompany.Slug}/{path}".TrimEnd('/')).ToString());

    public Task FollowAsync(string words, bool exact = false) => page.GetByRole(AriaRole.Link, new() { Name = words, Exact = exact }).First.ClickAsync();
    public Task PressAsync(string words) => page.GetByRole(AriaRole.Button, new() { Name = words }).ClickAsync();

    /// <summary>From «Продолжить» to «Записаться».</summary>
    public async Task ChooseTimeAsync(string date, string time)
    {
        await FollowAsync("Продолжить");
        await FollowAsync("Дата и время");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Дни" }).GetByRole(AriaRole.Link, new() { Name = $", {date}:" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = date })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = time, Exact = true }).ClickAsync();
        await PressAsync($"Записаться на {time}");
    }

    public async Task TypeAsync(string reminder = "За 1 час")
    {
        await page.GetByLabel("Имя").FillAsync("Мария");
        await page.GetByLabel("Телефон").FillAsync("8 916 123-45-67");
        await page.GetByLabel("Комментарий").FillAsync("Покороче, пожалуйста");
        await page.GetByLabel(reminder).CheckAsync();
        var consent = page.GetByRole(AriaRole.Checkbox, new() { Name = "Даю согласие" });
        await Expect(consent).Not.ToBeCheckedAsync();
        await consent.CheckAsync();
    }

    /// <summary>From the confirmation to «Закрыть» and home.</summary>
    public async Task ConfirmAsync(string time, string reminder = "За 1 час")
    {
        await Expect(page.GetByText("Это время за вами до 9:05.")).ToBeVisibleAsync();
        await TypeAsync(reminder);
        await PressAsync("Подтвердить запись");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Вы записаны" })).ToBeVisibleAsync();
        await Expect(page.GetByText(time, new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Добавить в календарь" })).ToBeVisibleAsync();
        await FollowAsync("Закрыть");
        await page.WaitForURLAsync($"**/{TestCompany.Slug}");
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
