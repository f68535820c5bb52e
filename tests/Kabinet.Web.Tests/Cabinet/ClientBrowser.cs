using System.Net;
using System.Text.RegularExpressions;
using Kabinet.Customers;
using Kabinet.Notifications;
using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

/// <summary>A page as a browser got it.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, Uri? Location, HttpResponseMessage Response)
{
    /// <summary>The text as it is read: entities decoded, no tags, spaces single.</summary>
    public string Words => Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(Text, "<[^>]+>", " ")), @"\s+", " ");
}

/// <summary>A client's browser with its own cookies, over real HTTP; it follows no redirects by itself.</summary>
public sealed partial class ClientBrowser : IDisposable
{
    private readonly SalonSite site;
    private readonly CookieContainer cookies = new();
    private readonly HttpClient http;

    public ClientBrowser(SalonSite site, string slug = TestCompany.Slug)
    {
        (this.site, Slug) = (site, slug);
        http = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = site.ClientOptions.BaseAddress };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ru");
    }

    public string Slug { get; }
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
    private Uri Base => http.BaseAddress!;

    /// <summary>An address within the cabinet, or from the root where it begins with a slash.</summary>
    public async Task<Answer> GetAsync(string path) => await ReadAsync(await http.GetAsync(Address(path), Cancel));

    /// <summary>Opens the page, fills in its form and sends it to the page or to <paramref name="action"/>.</summary>
    public async Task<Answer> SubmitAsync(string path, IReadOnlyDictionary<string, string> fields, string? action = null)
    {
        await GetAsync(path);
        return await PostAsync(action ?? path, fields);
    }

    /// <param name="header">What the browser says of the page that sends the form; null: that it is of this site.</param>
    public async Task<Answer> PostAsync(string path, IReadOnlyDictionary<string, string> fields, (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(path)) { Content = new FormUrlEncodedContent(fields) };
        var (name, value) = header ?? ("Sec-Fetch-Site", "same-origin");
        request.Headers.Add(name, value);
        return await ReadAsync(await http.SendAsync(request, Cancel));
    }

    public void Use(string name, string value) => cookies.Add(Base, new Cookie(name, value, "/" + Slug));
    public string? Secret => cookies.GetCookies(new Uri(Base, "/" + Slug))[$"kabinet-{Slug}"]?.Value;

    /// <summary>Makes the browser known to the cabinet, as its first form would.</summary>
    public async Task<Visitor> VisitorAsync()
    {
        var company = (await site.Use<CompanySnapshots>().FindAsync(Slug, Cancel))!.Catalogue.Company;
        if (await site.Use<Devices>().FindAsync(company.Id, Secret, Cancel) is not { } device)
        {
            (device, var secret) = await site.Use<Devices>().CreateAsync(company.Id, Cancel);
            Use($"kabinet-{Slug}", secret);
        }
        return new Visitor(device.Id, device.AccountId, "203.0.113.7", "ru");
    }

    /// <summary>A booking made at this browser.</summary>
    public async Task<WorkOrder> BookAsync(string time, int day = 0, string phone = "+7 916 123-45-67", int? remindBefore = null)
    {
        var company = site.Salon.Company;
        var form = Salon.Form(company.Haircut, company.Anna, Salon.At(time, day), phone) with { RemindBefore = remindBefore };
        return (await site.Use<BookAppointment>().RunAsync(company.Id, form, await VisitorAsync(), Cancel)).Value;
    }

    /// <summary>Asks for a code; the address of the page that wants it.</summary>
    public async Task<string> RequestCodeAsync(string phone, string query = "")
    {
        var answer = await SubmitAsync("sign-in" + query, new Dictionary<string, string> { ["phone"] = phone });
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        return answer.Location!.OriginalString;
    }

    /// <summary>The code in the last message to this phone.</summary>
    public async Task<string> CodeSentAsync(string phone)
    {
        await using var db = site.Salon.Db();
        var text = await db.OutboxMessages.IgnoreQueryFilters().Where(message => message.Kind == MessageKind.SignInCode && message.Recipient == phone)
            .OrderByDescending(message => message.Created).Select(message => message.Text).FirstAsync(Cancel);
        return SixDigits().Match(text).Value;
    }

    public async Task<Answer> SignInAsync(string phone, string query = "")
    {
        var page = await RequestCodeAsync(phone, query);
        return await SubmitAsync(page, new Dictionary<string, string> { ["code"] = await CodeSentAsync(phone) });
    }

    public void Dispose() => http.Dispose();

    private Uri Address(string path) => new(Base, path is ['/', ..] ? path : $"/{Slug}/{path}".TrimEnd('/'));

    private static async Task<Answer> ReadAsync(HttpResponseMessage response) =>
        new(response.StatusCode, await response.Content.ReadAsStringAsync(Cancel), response.Headers.Location, response);

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
