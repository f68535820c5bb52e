using System.Net;
using System.Text;
using Kabinet.Data;
using Kabinet.Staff;
using Kabinet.Web.Tests.Cabinet;
using Kabinet.Web.Tests.Staff;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kabinet.Web.Tests.Shell;

/// <summary>
/// Walks every address and call that the application has, as those whom a client's booking does not concern. What they get never holds a word of
/// it, and what they send changes nothing. An address that is added is walked too: the list is the application's own.
/// </summary>
public class IsolationTests(PostgresCluster postgres)
{
    private const string Name = "Секретова Тайна", Comment = "Секретное пожелание", Phone = "79165554433", Email = "secret@client.example";

    /// <summary>As they may stand in a page, in JSON or in an address.</summary>
    private static readonly string[] Secrets = ["Секретова", "Секретное", "555-44-33", Phone, Email];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Nobody_else_sees_or_changes_a_clients_booking(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres, ("api:readsPerMinute", "0"), ("api:writesPerMinute", "0"), ("cabinet:writesPerMinute", "0"));
        var salon = site.Salon;
        var form = Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("12:00", day: 1), "+" + Phone, Name) with { Comment = Comment, Email = Email };
        var order = (await salon.BookAsync(form)).Value;
        var key = await site.NewKeyAsync(ApiAccess.All);
        await salon.HireAsync("katya@mint.example", "Екатерина", StaffRole.Specialist, salon.Company.Katya);
        var other = await OtherOwnerAsync(salon);
        var addresses = Addresses(site, [order.Id, order.CustomerId]);
        Assert.InRange(addresses.Count, 60, 2000);

        // The walk would find it where it may be found.
        Assert.Contains("Секретова", await new Walker(site).WithKey(key).TextAsync("/api/v1/mint/work-orders"), StringComparison.Ordinal);
        Assert.Contains("Секретова", await (await new Walker(site).AtDeskAsync(SalonStaff.OlgasEmail)).TextAsync("/office/work-orders"), StringComparison.Ordinal);

        using var client = new ClientBrowser(site);
        await client.BookAsync("16:00", day: 1, phone: "+7 916 000-00-01");
        var before = await StateAsync(salon);

        await WalkAsync("a stranger", new Walker(site), addresses);
        await WalkAsync("the owner of another company", await new Walker(site).AtDeskAsync(other.Email), addresses);
        await WalkAsync("a program of another company", new Walker(site).WithKey(other.Key), addresses);
        await WalkAsync("another client", new Walker(site).WithCookie("kabinet-mint", client.Secret!), addresses);
        await WalkAsync("a specialist whose client it is not", await new Walker(site).AtDeskAsync("katya@mint.example"), [.. addresses.Where(one => one.Path.StartsWith("/office", StringComparison.Ordinal))]);

        Assert.Equal(before, await StateAsync(salon));
    }

    private static async Task WalkAsync(string who, Walker walker, IReadOnlyList<(HttpMethod Method, string Path)> addresses)
    {
        foreach (var (method, path) in addresses)
        {
            var (status, text) = await walker.SendAsync(method, path);
            Assert.True((int)status < 500, $"{who}, {method} {path}: {status}");
            Assert.All(Secrets, secret => Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{who} reads «{secret}» at {method} {path}"));
        }
    }

    /// <summary>What the walk must not change: the orders, the customers, the keys.</summary>
    private static async Task<string> StateAsync(Salon salon)
    {
        await using var db = salon.Db();
        var orders = await db.WorkOrders.OrderBy(one => one.Id).Select(one => new { one.Id, one.Revision, one.CustomerId, one.Start }).ToListAsync(Cancel);
        var customers = await db.Customers.OrderBy(one => one.Id).Select(one => new { one.Id, one.Name, one.Phone }).ToListAsync(Cancel);
        var keys = await db.ApiKeys.OrderBy(one => one.Id).Select(one => new { one.Id, one.Revoked }).ToListAsync(Cancel);
        return string.Join('\n', [.. orders, .. customers.Cast<object>(), .. keys]);
    }

    private static async Task<(string Email, string Key)> OtherOwnerAsync(Salon salon)
    {
        const string email = "boss@other.example";
        var other = await TestCompany.CreateAsync(salon.Use<Databases>(), Salon.At("09:00"), "other-salon");
        var user = await salon.HireAsync(email, "Чужой", StaffRole.Owner);
        await using (var mine = salon.Db())
        await using (var theirs = salon.Use<Databases>().Open(other.Id))
        {
            // Hired by the salon's helper; he belongs to the other company only.
            await mine.StaffMembers.Where(member => member.UserId == user.Id).ExecuteDeleteAsync(Cancel);
            theirs.Add(new StaffMember(other.Id, user.Id, "Чужой", StaffRole.Owner));
            await theirs.SaveChangesAsync(Cancel);
        }
        var made = await salon.CreateApiKey().RunAsync(new SignedInMember(other.Id, user.Id, "Чужой", StaffRole.Owner, null), KeyMaking.Form(access: ApiAccess.All), Cancel);
        return (email, made.Value.Secret);
    }

    /// <summary>Every route of the application with the salon's address and each of the ids, by every method that it takes.</summary>
    private static List<(HttpMethod Method, string Path)> Addresses(SalonSite site, int[] ids)
    {
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<StaticAssetDescriptor>() is null && route.RoutePattern.RawText?.StartsWith("/_", StringComparison.Ordinal) == false);
        return [.. from route in routes
                   from id in route.RoutePattern.Parameters.Any(IsId) ? ids : [0]
                   from method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"]
                   select (new HttpMethod(method), Fill(route.RoutePattern, id))];
    }

    private static bool IsId(RoutePatternParameterPart part) => part.Name.Equals("id", StringComparison.OrdinalIgnoreCase);

    private static string Fill(RoutePattern pattern, int id) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart { Name: "company" } => TestCompany.Slug,
        RoutePatternParameterPart parameter when IsId(parameter) => id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        RoutePatternParameterPart => "personal-data",
        _ => part.ToString(),
    }))));

    /// <summary>Somebody who goes from address to address and follows no redirect.</summary>
    private sealed class Walker(SalonSite site)
    {
        private readonly CookieContainer cookies = new();
        private string? token;

        public Walker WithKey(string secret)
        {
            token = secret;
            return this;
        }

        public Walker WithCookie(string name, string value)
        {
            cookies.Add(site.ClientOptions.BaseAddress, new Cookie(name, value, "/"));
            return this;
        }

        public async Task<Walker> AtDeskAsync(string email)
        {
            using var desk = new OfficeBrowser(site, cookies);
            Assert.StartsWith("/office", await desk.SignInAsync(email, SalonStaff.Password), StringComparison.Ordinal);
            Assert.NotEmpty(cookies.GetAllCookies());
            return this;
        }

        public async Task<string> TextAsync(string path) => (await SendAsync(HttpMethod.Get, path)).Text;

        /// <returns>The text as a person or a program reads it, the address it leads to included.</returns>
        public async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpMethod method, string path)
        {
            // A walk signs out on its way: what was there at the start is sent, whatever is set on the way.
            using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.ClientOptions.BaseAddress };
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
            if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies.GetAllCookies().Select(cookie => $"{cookie.Name}={cookie.Value}")));
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            if (token is not null) request.Headers.Add("Authorization", "Bearer " + token);
            var isApi = path.StartsWith("/api", StringComparison.Ordinal);
            if (isApi) request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            if (method == HttpMethod.Post || method == HttpMethod.Patch)
                request.Content = isApi ? new StringContent("{}", Encoding.UTF8, "application/json") : new FormUrlEncodedContent([KeyValuePair.Create("reason", "Болезнь")]);
            using var answer = await http.SendAsync(request, Cancel);
            var text = await answer.Content.ReadAsStringAsync(Cancel);
            return (answer.StatusCode, WebUtility.HtmlDecode(text) + WebUtility.UrlDecode(answer.Headers.Location?.OriginalString ?? ""));
        }
    }
}
