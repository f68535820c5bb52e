using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Kabinet.Customers;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using Kabinet.Web.Tests;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Kabinet.Browser.Tests.WorkOrders;

/// <summary>Olga's desk in the salon's back office: a browser of her own and the site it is open at.</summary>
public sealed class Desk : IAsyncDisposable
{
    private static readonly List<string> Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private readonly IBrowserContext context;

    private Desk(SalonSite site, IBrowserContext context, IPage page) => (Site, this.context, Page) = (site, context, page);

    public SalonSite Site { get; }
    public IPage Page { get; }
    public Salon Salon => Site.Salon;

    /// <summary>What <see cref="CheckAsync"/> found so far.</summary>
    public List<string> Faults { get; } = [];

    public static async Task<Desk> OpenAsync(Browsers browsers, PostgresCluster postgres, bool isPhone = false, bool isDark = false)
    {
        var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга Миронова", StaffRole.Owner);
        var context = await browsers.Chromium.NewContextAsync(new()
        {
            ViewportSize = isPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
            Locale = "ru-RU",
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
        });
        context.SetDefaultTimeout(20_000);
        return new Desk(site, context, await context.NewPageAsync());
    }

    public string Address(string path) => new Uri(Site.ClientOptions.BaseAddress, path).ToString();

    public async Task SignInAsync(string path = "/office/work-orders")
    {
        await Page.GotoAsync(Address(path));
        await Page.GetByLabel("Почта").FillAsync(SalonStaff.OlgasEmail);
        await Page.GetByLabel("Пароль").FillAsync(SalonStaff.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await IsLiveAsync();
    }

    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(Address(path));
        await IsLiveAsync();
    }

    /// <summary>Until then the page is there to read, but does not answer yet.</summary>
    public async Task IsLiveAsync() => await Page.WaitForFunctionAsync("() => document.querySelector('main[data-live]')");

    /// <summary>From now on what the server says comes later: a far office, a bad line.</summary>
    public Task SlowDownAsync(TimeSpan delay) => Page.RouteWebSocketAsync("**/_blazor**", line =>
    {
        var last = Task.CompletedTask;
        line.ConnectToServer().OnMessage(frame =>
        {
            var (before, due) = (last, Task.Delay(delay));
            last = PassAsync();

            // In the order in which they were said.
            async Task PassAsync()
            {
                await before;
                await due;
                if (frame.Binary is { } bytes) line.Send(bytes);
                else line.Send(frame.Text!);
            }
        });
    });

    /// <summary>A client books in the cabinet of this very site.</summary>
    public async Task<WorkOrder> BookAsync(string time, string name = "Мария", string phone = "+7 916 123-45-67", int day = 0)
    {
        var company = Salon.Company;
        var form = Salon.Form(company.Haircut, company.Anna, Salon.At(time, day), phone, name) with { Comment = "Аллергия на аммиак", RemindBefore = 120 };
        var order = (await Site.Use<BookAppointment>().RunAsync(company.Id, form, Salon.Client(), TestContext.Current.CancellationToken)).Value;
        // Pages follow after a short calm on the salon's clock.
        Salon.Clock.Advance(TimeSpan.FromSeconds(1));
        return order;
    }

    /// <summary>A client who booked proved his phone and asks to be forgotten.</summary>
    public async Task AskForDeletionAsync(string name, string phone)
    {
        await using var db = Salon.Db();
        var customer = await db.Customers.SingleAsync(one => one.Name == name, TestContext.Current.CancellationToken);
        var account = new ClientAccount(Salon.Company.Id, 900_000 + customer.Id, Phones.Normalise(phone)!, customer.Id, Salon.Now);
        db.Add(account);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.True((await Site.Use<AskForDeletion>().RunAsync(Salon.Company.Id, Salon.Client() with { AccountId = account.Id }, TestContext.Current.CancellationToken)).Value);
    }

    /// <summary>Something that Olga does at another desk.</summary>
    public async Task OfOlgaAsync<T>(Func<SignedInMember, Task<Outcome<T>>> does)
    {
        await using var db = Salon.Db();
        var olga = SignedInMember.Of(await db.StaffMembers.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken));
        Assert.Empty((await does(olga)).Refusals);
    }

    /// <summary>What axe finds on the page as it stands; the cabinet in a frame has tests of its own, and its landmarks are not this page's.</summary>
    public async Task<IEnumerable<string>> FaultsAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = Rules }, Iframes = false });
        return result.Violations.Select(violation => $"{Page.Url}: {violation.Id}: {violation.Nodes[0].Html}");
    }

    /// <summary>Keeps what axe finds, and a page wider than its screen.</summary>
    /// <param name="state">Of the page, for the message.</param>
    public async Task CheckAsync(string state)
    {
        Faults.AddRange(await FaultsAsync());
        if (await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth")) Faults.Add($"{Page.Url}: {state} scrolls sideways");
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await Site.DisposeAsync();
    }
}
