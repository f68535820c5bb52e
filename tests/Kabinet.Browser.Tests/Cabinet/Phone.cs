using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Kabinet.Customers;
using Kabinet.Notifications;
using Kabinet.OnlineBooking;
using Kabinet.Web.Tests;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Kabinet.Browser.Tests.Cabinet;

/// <summary>A client's phone at the salon's cabinet: 390 × 844, Russian, with cookies of its own.</summary>
public sealed class Phone : IAsyncDisposable
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private Phone(SalonSite site, IBrowserContext context, IPage page) => (Site, Context, Page) = (site, context, page);

    public SalonSite Site { get; }
    public IBrowserContext Context { get; }
    public IPage Page { get; }
    public Uri Root { get; init; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Phone> TakeAsync(SalonSite site, Browsers browsers, bool isDark = false, Uri? root = null)
    {
        var context = await browsers.Chromium.NewContextAsync(new()
        {
            ViewportSize = new() { Width = 390, Height = 844 },
            HasTouch = true,
            Locale = "ru-RU",
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        return new Phone(site, context, await context.NewPageAsync()) { Root = root ?? site.ClientOptions.BaseAddress };
    }

    /// <param name="path">Within the cabinet.</param>
    public Task<IResponse?> OpenAsync(string path = "") => Page.GotoAsync(Address(path));

    public string Address(string path) => new Uri(Root, $"/{TestCompany.Slug}/{path}".TrimEnd('/')).ToString();

    /// <summary>A booking of the haircut made at this phone.</summary>
    public async Task<WorkOrder> BookAsync(string time, int day)
    {
        var company = Site.Salon.Company;
        var (device, secret) = await Site.Use<Devices>().CreateAsync(company.Id, Cancel);
        await Context.AddCookiesAsync([new() { Name = $"kabinet-{TestCompany.Slug}", Value = secret, Domain = Root.Host, Path = $"/{TestCompany.Slug}", HttpOnly = true }]);
        var form = Salon.Form(company.Haircut, company.Anna, Salon.At(time, day)) with { RemindBefore = 120 };
        return (await Site.Use<BookAppointment>().RunAsync(company.Id, form, new Visitor(device.Id, null, "", "ru"), Cancel)).Value;
    }

    public async Task SignInAsync(string phone)
    {
        await OpenAsync("sign-in");
        await Page.GetByLabel("Телефон").FillAsync(phone);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Получить код" }).ClickAsync();
        await Page.GetByLabel("Код, 6 цифр").FillAsync(await CodeAsync());
        await Page.GetByRole(AriaRole.Button, new() { Name = "Войти", Exact = true }).ClickAsync();
        await Page.WaitForURLAsync("**/bookings");
    }

    /// <summary>What axe finds, with the window as tall as the page (the fixed bottom would else cover what is tested), and a page wider than the phone.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var height = await Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
        await Page.SetViewportSizeAsync(390, Math.Max(844, height));
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Rules] } });
        var sideways = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
        await Page.SetViewportSizeAsync(390, 844);
        return [.. result.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"), .. sideways > 0 ? [$"scrolls sideways by {sideways}"] : Array.Empty<string>()];
    }

    private async Task<string> CodeAsync()
    {
        await using var db = Site.Salon.Db();
        var text = await db.OutboxMessages.Where(message => message.Kind == MessageKind.SignInCode).OrderByDescending(message => message.Created).Select(message => message.Text).FirstAsync(Cancel);
        return new string([.. text.Where(char.IsAsciiDigit)]);
    }

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
