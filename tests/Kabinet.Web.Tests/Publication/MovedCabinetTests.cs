using System.Net;
using Kabinet.Publication;
using Kabinet.Web.Tests.Cabinet;
using Xunit;

namespace Kabinet.Web.Tests.Publication;

/// <summary>The cabinet moves from /mint to /myata: what those find who come by the old address.</summary>
public class MovedCabinetTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task Pages_lead_on_and_the_browser_keeps_its_bookings(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        using var maria = new ClientBrowser(site);
        var order = await maria.BookAsync("12:00", day: 1);
        await MoveAsync(site);

        var old = await maria.GetAsync("bookings?from=sms&x=%D0%B0");
        Assert.Equal((HttpStatusCode.TemporaryRedirect, "/myata/bookings?from=sms&x=%D0%B0"), (old.Status, old.Location!.OriginalString));
        Assert.Contains("Женская стрижка", (await maria.GetAsync("/myata/bookings")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await maria.GetAsync($"/myata/bookings/{order.Id}")).Status);
        Assert.Null(maria.Secret);
        Assert.Equal("/myata", (await maria.GetAsync("")).Location!.OriginalString);

        var sent = await maria.PostAsync($"bookings/{order.Id}/cancel", new Dictionary<string, string> { ["reason"] = "x" });
        Assert.Equal((HttpStatusCode.TemporaryRedirect, $"/myata/bookings/{order.Id}/cancel"), (sent.Status, sent.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.NotFound, (await maria.GetAsync("nothing/here")).Status);
    }

    [Fact]
    public async Task A_browser_that_is_not_known_is_given_no_cookie()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await MoveAsync(site);
        using var somebody = new ClientBrowser(site);

        Assert.False((await somebody.GetAsync("")).Response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_files_of_the_app_lead_on_and_the_old_worker_forgets_and_goes()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await MoveAsync(site);
        using var phone = new ClientBrowser(site);

        Assert.Equal("/myata/manifest.webmanifest", (await phone.GetAsync("manifest.webmanifest")).Location!.OriginalString);
        Assert.Equal("/myata/icon-192.png", (await phone.GetAsync("icon-192.png")).Location!.OriginalString);
        var worker = await phone.GetAsync("sw.js");
        Assert.Equal(HttpStatusCode.OK, worker.Status);
        Assert.Contains("registration.unregister()", worker.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("unregister", (await phone.GetAsync("/myata/sw.js")).Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Calls_of_the_API_lead_on_for_whatever_method(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        await MoveAsync(site);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.ClientOptions.BaseAddress };

        foreach (var (method, path) in new[] { (HttpMethod.Get, "/services?resource=1"), (HttpMethod.Post, "/bookings"), (HttpMethod.Get, "") })
        {
            using var request = new HttpRequestMessage(method, new Uri("/api/v1/mint" + path, UriKind.Relative));
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.TemporaryRedirect, "/api/v1/myata" + path), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        }
        Assert.Contains("\"company\":\"myata\"", await http.GetStringAsync(new Uri("/api/v1/myata", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task An_address_taken_back_is_open_and_the_other_leads_to_it_on_every_node(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        using var client = new ClientBrowser(site);
        await MoveAsync(site);
        Assert.Equal("/myata", (await client.GetAsync("/mint")).Location!.OriginalString);

        // The salon's own services are a node beside the site.
        Assert.False((await site.Salon.MoveAsync(new ChangeAddress(site.Salon.Use<Kabinet.Data.CompanyWork>()), "mint", from: "myata")).IsRefused);
        site.Salon.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/mint")).Status);
        Assert.Equal("/mint", (await client.GetAsync("/myata")).Location!.OriginalString);
    }

    [Theory, OnBothDatabases]
    public async Task A_closed_cabinet_takes_no_bookings_until_it_is_opened_again(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        using var client = new ClientBrowser(site);
        var (olga, cabinet) = (await site.Salon.HiredOlgaAsync(), site.Use<SwitchCabinet>());

        Assert.False((await cabinet.RunAsync(olga, false, TestContext.Current.CancellationToken)).IsRefused);
        Assert.Equal("/mint/closed", (await client.GetAsync("new")).Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/mint/services")).Status);
        Assert.False((await cabinet.RunAsync(olga, true, TestContext.Current.CancellationToken)).IsRefused);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("new")).Status);
    }

    private static async Task MoveAsync(SalonSite site) => Assert.False((await site.Salon.MoveAsync(site.Use<ChangeAddress>(), "myata")).IsRefused);
}
