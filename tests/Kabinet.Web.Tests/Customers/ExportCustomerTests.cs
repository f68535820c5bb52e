using System.Net;
using System.Text;
using System.Text.Json;
using Kabinet.Customers;
using Kabinet.Staff;
using Kabinet.Web.Tests.Cabinet;
using Kabinet.Web.Tests.Publication;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Customers;

public class ExportCustomerTests(PostgresCluster postgres)
{
    private const string Maria = "+79161234567";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_staff_take_out_all_that_is_known_and_the_client_all_but_their_notes(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        using var browser = new ClientBrowser(site);
        var id = await KnownAsync(site, browser);
        using var olga = await OlgaAsync(site);

        var (content, headers) = await olga.DownloadAsync($"/office/customers/{id}/data.json");

        Assert.Equal($"mint-customer-{id}.json", headers.ContentDisposition!.FileName);
        var all = JsonDocument.Parse(content).RootElement;
        Assert.Equal(("Мария", Maria, true), (all.GetProperty("name").GetString(), all.GetProperty("phone").GetString(), all.GetProperty("phoneVerified").GetBoolean()));
        Assert.Equal("+79160000002", Assert.Single(all.GetProperty("otherPhones").EnumerateArray()).GetString());
        Assert.Equal("1990-05-01", all.GetProperty("birthday").GetString());
        Assert.Equal("Любит чай <b>", all.GetProperty("writtenByStaff").GetProperty("notes").GetString());
        Assert.Equal(2500, Assert.Single(all.GetProperty("bookings").EnumerateArray()).GetProperty("sumRubles").GetDecimal());
        Assert.Equal("PersonalData", Assert.Single(all.GetProperty("consents").EnumerateArray()).GetProperty("kind").GetString());
        Assert.Single(all.GetProperty("deletionRequests").EnumerateArray());
        var messages = all.GetProperty("messages").EnumerateArray().ToLookup(message => message.GetProperty("kind").GetString(), message => message.GetProperty("text").GetString());
        Assert.Contains("вы записаны на", Assert.Single(messages["BookingMade"]), StringComparison.Ordinal);
        Assert.All(messages["SignInCode"], text => Assert.Equal("", text));

        await browser.SignInAsync(Maria);
        var mine = JsonDocument.Parse((await browser.GetAsync("profile/data.json")).Text).RootElement;
        Assert.False(mine.TryGetProperty("writtenByStaff", out _));
        foreach (var part in new[] { "birthday", "otherPhones", "bookings", "consents", "deletionRequests", "knownSince" })
            Assert.Equal(all.GetProperty(part).ToString(), mine.GetProperty(part).ToString());
        Assert.Contains(mine.GetProperty("messages").EnumerateArray(), message => message.GetProperty("kind").GetString() == "BookingMade");
    }

    [Fact]
    public async Task The_page_to_read_says_it_in_words_and_runs_nothing()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        var id = await KnownAsync(site, browser);
        using var olga = await OlgaAsync(site);

        var (content, headers) = await olga.DownloadAsync($"/office/customers/{id}/data.html");

        Assert.Equal("attachment", headers.ContentDisposition!.DispositionType);
        var text = Encoding.UTF8.GetString(content);
        Assert.Contains("<td>Любит чай &lt;b&gt;</td>", text, StringComparison.Ordinal);
        Assert.Contains("+7 916 123-45-67, +7 916 000-00-02", WebUtility.HtmlDecode(text).Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Женская стрижка", WebUtility.HtmlDecode(text), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Another_companys_owner_gets_nothing(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var id = (await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00")).Value.CustomerId;
        var company = (await salon.Use<Kabinet.OnlineBooking.CompanySnapshots>().GetAsync(salon.Company.Id, Cancel)).Catalogue.Company;

        Assert.Null(await salon.Use<ExportCustomer>().RunAsync(await salon.RivalAsync(), company, id, Cancel));
        Assert.NotNull(await salon.Use<ExportCustomer>().RunAsync(salon.Olga(), company, id, Cancel));
    }

    [Fact]
    public async Task A_specialist_gets_nothing_and_nobody_what_is_not_there()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        var id = await KnownAsync(site, browser);
        await site.Salon.HireAsync(SalonStaff.AnnasEmail, "Анна", StaffRole.Specialist, site.Salon.Company.Anna);
        using var anna = new OfficeBrowser(site);
        await anna.SignInAsync(SalonStaff.AnnasEmail, SalonStaff.Password);

        Assert.StartsWith("/office/no-access", await anna.RedirectOfAsync($"/office/customers/{id}/data.json"), StringComparison.Ordinal);
        using var olga = await OlgaAsync(site);
        Assert.Equal(HttpStatusCode.NotFound, await olga.StatusOfAsync("/office/customers/987654/data.json"));
    }

    /// <summary>Maria booked at this browser, the staff noted something, and she asked to be forgotten.</summary>
    private static async Task<int> KnownAsync(SalonSite site, ClientBrowser browser)
    {
        var salon = site.Salon;
        var id = (await browser.BookAsync("12:00", day: 1)).CustomerId;
        await salon.Use<ChangeCustomer>().RunAsync(salon.Olga(), id, card => card with { OtherPhones = ["+7 916 000-00-02"], Birthday = new LocalDate(1990, 5, 1), Notes = "Любит чай <b>" }, Cancel);
        await browser.SignInAsync(Maria);
        await browser.SubmitAsync("profile/delete", new Dictionary<string, string>());
        salon.Clock.Advance(TimeSpan.FromMinutes(1));
        return id;
    }

    private static async Task<OfficeBrowser> OlgaAsync(SalonSite site)
    {
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        var olga = new OfficeBrowser(site);
        await olga.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);
        return olga;
    }
}
