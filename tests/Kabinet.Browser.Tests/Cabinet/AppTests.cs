using System.Text.Json;
using Kabinet.Data;
using Kabinet.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Kabinet.Browser.Tests.Cabinet;

public class AppTests(Browsers browsers, PostgresCluster postgres)
{
    private const string IsReady = "navigator.serviceWorker.controller?.state === 'activated' && (await (await caches.open('kabinet /mint copies')).keys()).length === 3";

    /// <summary>Until the worker has the page and its copies.</summary>
    private static Task ReadyAsync(IPage page) => UntilAsync(page, IsReady);

    /// <summary>Playwright's own waiting takes the promise of an answer for the answer.</summary>
    private static async Task UntilAsync(IPage page, string condition) =>
        await page.EvaluateAsync($"async () => {{ while (!({condition})) await new Promise(done => setTimeout(done, 50)); }}").WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    [Fact]
    public async Task Home_and_my_bookings_are_read_without_a_connection_as_the_copies_they_are()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var phone = await Phone.TakeAsync(site, browsers);
        await phone.BookAsync("12:00", day: 2);
        var page = phone.Page;
        await phone.OpenAsync();
        await ReadyAsync(page);
        await Expect(page.GetByText("Нет связи")).ToBeHiddenAsync();

        await phone.Context.SetOfflineAsync(true);
        await phone.OpenAsync();
        await Expect(page.GetByText("Нет связи. Страница показана такой, какой была 2 марта в 9:00.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Ср, 4 марта, 12:00")).ToBeVisibleAsync();
        await phone.OpenAsync("bookings");
        await Expect(page.GetByText("Ср, 4 марта, 12:00")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Позвонить менеджеру" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Записаться ещё" })).ToBeHiddenAsync();
        Assert.Equal("cover", await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.face')).objectFit"));

        await phone.OpenAsync("profile");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Нет связи" })).ToBeVisibleAsync();
        await phone.Context.SetOfflineAsync(false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Попробовать ещё раз" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Профиль" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_booking_just_made_is_in_the_copy_without_a_visit_to_the_list()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var phone = await Phone.TakeAsync(site, browsers);
        await phone.OpenAsync();
        await ReadyAsync(phone.Page);
        var booked = await phone.BookAsync("12:00", day: 2);

        await phone.OpenAsync($"new/done/{booked.Id}");
        await UntilAsync(phone.Page, "(await (await (await caches.open('kabinet /mint copies')).match('/mint/bookings', { ignoreVary: true })).text()).includes('12:00')");

        await phone.Context.SetOfflineAsync(true);
        await phone.OpenAsync("bookings");
        await Expect(phone.Page.GetByText("Ср, 4 марта, 12:00")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_leaves_no_copy_to_be_read_offline()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var phone = await Phone.TakeAsync(site, browsers);
        await phone.BookAsync("12:00", day: 2);
        await phone.OpenAsync();
        await ReadyAsync(phone.Page);
        await phone.SignInAsync("+79161234567");
        await phone.OpenAsync("profile");

        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Выйти на этом устройстве" }).ClickAsync();
        await phone.Page.WaitForURLAsync("**/mint");
        await phone.Context.SetOfflineAsync(true);

        foreach (var path in new[] { "", "bookings" })
        {
            await phone.OpenAsync(path);
            await Expect(phone.Page.GetByText("4 марта")).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task A_new_version_takes_over_and_leaves_nothing_of_the_old_one()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var phone = await Phone.TakeAsync(site, browsers);
        await phone.OpenAsync();
        await ReadyAsync(phone.Page);
        const string Kept = "async () => (await caches.keys()).filter(name => !name.endsWith('copies'))";
        var old = Assert.Single(await phone.Page.EvaluateAsync<string[]>(Kept));
        await site.Use<CompanyWork>().ChangeAsync<bool>(site.Salon.Company.Id, (_, company) =>
        {
            company.TouchCatalogue();
            return Task.FromResult<Outcome<bool>>(true);
        }, TestContext.Current.CancellationToken);

        await phone.Page.EvaluateAsync("async () => { await (await navigator.serviceWorker.ready).update(); }");

        await UntilAsync(phone.Page, $"(names => names.length === 1 && names[0] !== '{old}')((await caches.keys()).filter(name => !name.endsWith('copies')))");
        await phone.Context.SetOfflineAsync(true);
        await phone.OpenAsync();
        await Expect(phone.Page.GetByText("Нет связи")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_phone_offers_to_install_it()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var phone = await Phone.TakeAsync(site, browsers);
        await phone.OpenAsync();
        await phone.Page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => {})");
        var devtools = await phone.Context.NewCDPSessionAsync(phone.Page);

        var manifest = (await devtools.SendAsync("Page.getAppManifest"))!.Value;
        Assert.Empty(manifest.GetProperty("errors").EnumerateArray());
        Assert.Equal("/mint", JsonDocument.Parse(manifest.GetProperty("data").GetString()!).RootElement.GetProperty("start_url").GetString());

        // A test's profile is a private window, the one thing that stands in the way.
        var errors = (await devtools.SendAsync("Page.getInstallabilityErrors"))!.Value.GetProperty("installabilityErrors").EnumerateArray();
        Assert.DoesNotContain(errors.Select(error => error.GetProperty("errorId").GetString()), error => error != "in-incognito");
    }

    [Fact]
    public async Task The_icons_are_pictures_of_the_size_they_say()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var phone = await Phone.TakeAsync(site, browsers);
        await phone.OpenAsync();

        foreach (var icon in new[] { "icon-180.png", "icon-192.png", "icon-512.png", "icon.svg" })
        {
            var width = await phone.Page.EvaluateAsync<int>("async path => { const image = new Image(); image.src = path; await image.decode(); return image.naturalWidth; }", $"/mint/{icon}");
            if (!icon.EndsWith(".svg", StringComparison.Ordinal)) Assert.Equal(int.Parse(icon[5..8], System.Globalization.CultureInfo.InvariantCulture), width);
        }
    }

    [Fact]
    public async Task A_first_visit_weighs_no_more_than_60_kB_and_its_scripts_25()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await using var wire = new CountingWire(site.ClientOptions.BaseAddress);
        await using var phone = await Phone.TakeAsync(site, browsers, root: wire.Root);
        await phone.OpenAsync();
        await ReadyAsync(phone.Page);
        // What a phone fetches when it offers to install the app.
        await phone.Page.EvaluateAsync("() => Promise.all(['/mint/manifest.webmanifest', '/mint/icon-192.png', '/mint/icon-180.png'].map(path => fetch(path)))");
        await wire.FallSilentAsync();

        var visit = wire.Received;
        var scripts = await phone.Page.EvaluateAsync<string[]>("() => [...document.scripts].map(one => one.src)");
        var script = await PackedAsync([phone.Address("sw.js"), .. scripts]);
        TestContext.Current.SendDiagnosticMessage($"A first visit: {visit} bytes, scripts {script}");
        Assert.NotEmpty(scripts);
        Assert.InRange(visit, 5_000, 60_000);
        Assert.InRange(script, 500, 25_000);
    }

    /// <summary>The size of files as they go over the wire.</summary>
    private static async Task<int> PackedAsync(IEnumerable<string> addresses)
    {
        using var http = new HttpClient(new HttpClientHandler { AutomaticDecompression = System.Net.DecompressionMethods.None });
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        var sum = 0;
        foreach (var address in addresses) sum += (await http.GetByteArrayAsync(address, TestContext.Current.CancellationToken)).Length;
        return sum;
    }
}
