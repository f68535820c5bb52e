using System.Net;
using Kabinet.Staff;
using Xunit;

namespace Kabinet.Web.Tests.Staff;

/// <summary>«Мой вход»: the password and the devices of whoever is signed in.</summary>
public class AccountTests(PostgresCluster postgres)
{
    private const string NewPassword = "лаванда и мята", Orders = "/office/work-orders";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_device_that_is_ended_is_out_at_its_next_request(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var olga = await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        using OfficeBrowser desk = new(site), phone = new(site), tablet = new(site);
        foreach (var browser in new[] { desk, phone, tablet }) await browser.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);
        var page = await desk.TextAsync(AccountPage.Path);
        Assert.Contains("это устройство", page, StringComparison.Ordinal);
        var devices = await site.Use<StaffDevices>().ListAsync(olga.Id, Cancel);
        Assert.Equal(3, devices.Count);

        // One of the two others, by its button.
        var ended = devices.First(device => page.Contains($"end-{device.Id:N}", StringComparison.Ordinal));
        Assert.Equal(AccountPage.Path, (await desk.SubmitAsync(AccountPage.Path, [("_handler", $"end-{ended.Id:N}")])).LeadsTo);
        Assert.Equal(HttpStatusCode.OK, await desk.StatusOfAsync(Orders));
        var open = new List<bool>();
        foreach (var browser in new[] { phone, tablet }) open.Add(await browser.StatusOfAsync(Orders) == HttpStatusCode.OK);
        Assert.Single(open, isOpen => isOpen);

        await desk.SubmitAsync(AccountPage.Path, [("_handler", "end-others")]);
        foreach (var browser in new[] { phone, tablet }) Assert.StartsWith("/office/sign-in", await browser.RedirectOfAsync(Orders), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await desk.StatusOfAsync(Orders));
    }

    [Theory, OnBothDatabases]
    public async Task Signing_out_ends_the_device_and_a_kept_cookie_with_it(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var olga = await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        var cookies = new CookieContainer();
        using var desk = new OfficeBrowser(site, cookies);
        await desk.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);
        var stolen = new CookieContainer();
        stolen.Add(cookies.GetAllCookies());
        using var thief = new OfficeBrowser(site, stolen);
        Assert.Equal(HttpStatusCode.OK, await thief.StatusOfAsync(Orders));

        await desk.SignOutAsync(withToken: true);
        Assert.StartsWith("/office/sign-in", await thief.RedirectOfAsync(Orders), StringComparison.Ordinal);
        Assert.Empty(await site.Use<StaffDevices>().ListAsync(olga.Id, Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Another_persons_device_is_not_ended(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var olga = await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        await site.Salon.HireAsync(SalonStaff.IrinasEmail, "Ирина", StaffRole.Manager);
        using OfficeBrowser olgas = new(site), irinas = new(site);
        await olgas.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);
        await irinas.SignInAsync(SalonStaff.IrinasEmail, SalonStaff.Password);
        var device = Assert.Single(await site.Use<StaffDevices>().ListAsync(olga.Id, Cancel));

        Assert.DoesNotContain($"end-{device.Id:N}", await irinas.TextAsync(AccountPage.Path), StringComparison.Ordinal);
        await irinas.SubmitAsync(AccountPage.Path, [("_handler", $"end-{device.Id:N}")]);
        await irinas.SubmitAsync(AccountPage.Path, [("_handler", "end-others")]);
        Assert.Equal(HttpStatusCode.OK, await olgas.StatusOfAsync(Orders));
    }

    [Theory, OnBothDatabases]
    public async Task A_new_password_needs_the_one_before_and_ends_the_other_devices(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        using OfficeBrowser desk = new(site), phone = new(site);
        foreach (var browser in new[] { desk, phone }) await browser.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);

        var refused = await ChangeAsync(desk, "не тот", "мята");
        Assert.Contains("Пароль не подходит", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Пароль слишком короткий", refused.Text, StringComparison.Ordinal);
        Assert.Equal($"{AccountPage.Path}?notice=password", (await ChangeAsync(desk, SalonStaff.Password, NewPassword)).LeadsTo);

        Assert.Equal(HttpStatusCode.OK, await desk.StatusOfAsync(Orders));
        Assert.StartsWith("/office/sign-in", await phone.RedirectOfAsync(Orders), StringComparison.Ordinal);
        // The minute after which a cookie is made anew does not end this one.
        site.Salon.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.OK, await desk.StatusOfAsync(Orders));
        Assert.Equal("/office", await phone.SignInAsync(SalonStaff.OlgasEmail, NewPassword));
    }

    [Theory, OnBothDatabases]
    public async Task Who_guesses_the_password_at_an_open_desk_is_locked_out_of_guessing(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        using var desk = new OfficeBrowser(site);
        await desk.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);

        for (var i = 0; i < SignInStaff.MaxFailures; i++) await ChangeAsync(desk, "не тот", NewPassword);
        Assert.Contains("Пароль не подходит", (await ChangeAsync(desk, SalonStaff.Password, NewPassword)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 YaBrowser/24.12.0.0 Safari/537.36", "Яндекс Браузер, Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36", "Chrome, Android")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox, Linux")]
    [InlineData("curl/8.5.0", "Неизвестная программа")]
    [InlineData("", "Неизвестная программа")]
    public void A_browser_is_called_as_people_call_it(string userAgent, string name) => Assert.Equal(name, BrowserName.Of(userAgent));

    private static Task<(string? LeadsTo, string Text)> ChangeAsync(OfficeBrowser desk, string before, string password) =>
        desk.SubmitAsync(AccountPage.Path, [("_handler", "own-password"), ("Current", before), ("Password", password)]);
}
