using System.Net;
using Kabinet.Api;
using Kabinet.Data;
using Kabinet.Staff;
using Kabinet.Web.Tests.Staff;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Kabinet.Web.Tests.Api;

/// <summary>What a key opens: asked of every call that takes one.</summary>
public class KeyApiTests(PostgresCluster postgres) : ApiTest(postgres)
{
    [Theory, OnBothDatabases]
    public async Task Without_a_valid_key_of_this_company_no_call_is_answered(Store store)
    {
        var (site, api) = await OpenAsync(store, ("api:writesPerMinute", "0"));
        await using var _ = site;
        var salon = site.Salon;
        var olga = await salon.OlgaAtDeskAsync();
        var neighbour = await TestCompany.CreateAsync(salon.Use<Databases>(), salon.Now, "neighbour");
        await HireAtAsync(salon, neighbour.Id, olga.UserId);
        var (_, bookings) = await BookAsync(site, api);
        var revoked = await salon.MakeKeyAsync(olga, KeyMaking.Form("Отозванный", ApiAccess.All));
        await salon.RevokeApiKey().RunAsync(olga, revoked.Key.Id, Cancel);
        var yesterdays = KeyMaking.Form("Вчерашний", ApiAccess.All);
        yesterdays.Expires = Salon.Monday;
        var expired = await salon.MakeKeyAsync(olga, yesterdays);
        var theirs = await salon.MakeKeyAsync(olga with { CompanyId = neighbour.Id }, KeyMaking.Form("Чужой", ApiAccess.All));
        salon.Clock.Advance(TimeSpan.FromDays(1));

        foreach (var call in OfficeCalls.All)
        {
            (await api.SendAsync(call, null)).Refuses(HttpStatusCode.Unauthorized, "token-missing", "Authorization");
            (await api.SendAsync(call, bookings)).Refuses(HttpStatusCode.Unauthorized, "token-unknown", "Authorization");
            (await api.SendAsync(call, "key_")).Refuses(HttpStatusCode.Unauthorized, "api-key-unknown", "Authorization");
            (await api.SendAsync(call, "key_" + new string('0', 40))).Refuses(HttpStatusCode.Unauthorized, "api-key-unknown", "Authorization");
            (await api.SendAsync(call, revoked.Secret)).Refuses(HttpStatusCode.Unauthorized, "api-key-revoked", "Authorization");
            (await api.SendAsync(call, expired.Secret)).Refuses(HttpStatusCode.Unauthorized, "api-key-expired", "Authorization");
            (await api.SendAsync(call, theirs.Secret)).Refuses(HttpStatusCode.Unauthorized, "api-key-unknown", "Authorization");
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_key_opens_its_areas_alone_and_one_that_reads_writes_nothing(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var salon = site.Salon;
        var olga = await salon.OlgaAtDeskAsync();

        foreach (var call in OfficeCalls.All)
        {
            var others = await salon.MakeKeyAsync(olga, KeyMaking.Form($"Без {call}", ApiAccess.All & ~call.Access));
            var refused = (await api.SendAsync(call, others.Secret)).Refuses(HttpStatusCode.Forbidden, "access-missing", "Authorization");
            Assert.Contains(call.Access.Name(), refused.Text("detail"), StringComparison.Ordinal);
            if (!call.IsWrite) continue;
            var reader = await salon.MakeKeyAsync(olga, KeyMaking.Form($"Только читает {call}", call.ReadAccess));
            (await api.SendAsync(call, reader.Secret)).Refuses(HttpStatusCode.Forbidden, "access-missing", "Authorization");
        }
    }

    [Fact]
    public async Task Every_call_that_takes_a_key_is_asked_here()
    {
        var (site, _) = await OpenAsync(Store.Sqlite);
        await using var __ = site;
        var mapped = site.Use<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetOrderedMetadata<TokenParameter>().Any(token => token.Scheme == "key"))
            .Select(endpoint => $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {endpoint.RoutePattern.RawText!["/api/v1/{company}/".Length..].Replace("{id:int}", "4711", StringComparison.Ordinal)}");

        Assert.Equal(mapped.Order(), OfficeCalls.All.Select(call => $"{call.Method} {call.Path.Split('?')[0]}").Order());
    }

    [Theory, OnBothDatabases]
    public async Task A_key_may_ask_as_often_as_its_owner_says(Store store)
    {
        var (site, api) = await OpenAsync(store, ("api:readsPerMinute", "1"), ("api:writesPerMinute", "2"));
        await using var _ = site;
        var olga = await site.Salon.OlgaAtDeskAsync();
        var form = KeyMaking.Form("Три в минуту", ApiAccess.ReadCustomers);
        form.RequestsPerMinute = 3;
        var (three, other) = (await site.Salon.MakeKeyAsync(olga, form), await site.Salon.MakeKeyAsync(olga, KeyMaking.Form("Сайт", ApiAccess.ReadCustomers)));

        for (var i = 0; i < 3; i++) (await api.GetAsync("customers", three.Secret)).Is(HttpStatusCode.OK);
        var refused = (await api.GetAsync("customers", three.Secret)).Refuses(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.InRange(refused.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

        // Strangers at the same address are soon sent away, and it does not concern who has a key.
        for (var i = 0; i < 2; i++) (await api.GetAsync("customers", "key_1")).Refuses(HttpStatusCode.Unauthorized, "api-key-unknown", "Authorization");
        (await api.GetAsync("customers", "key_1")).Refuses(HttpStatusCode.TooManyRequests, "too-many-requests");
        (await api.GetAsync("customers", other.Secret)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_closed_cabinet_does_not_close_the_back_office()
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        var key = await site.Salon.MakeKeyAsync(await site.Salon.OlgaAtDeskAsync(), KeyMaking.Form("Сайт", ApiAccess.All));
        await site.Use<CompanyWork>().ChangeAsync<bool>(site.Salon.Company.Id, (_, company) =>
        {
            company.Close();
            company.TouchCatalogue();
            return Task.FromResult<Outcome<bool>>(true);
        }, Cancel);

        (await api.GetAsync("services")).Refuses(HttpStatusCode.Forbidden, "cabinet-closed");
        foreach (var call in OfficeCalls.All.Where(call => !call.IsWrite && !call.Path.Contains("4711", StringComparison.Ordinal)))
            (await api.SendAsync(call, key.Secret)).Is(HttpStatusCode.OK);
    }

    private static async Task HireAtAsync(Salon salon, int companyId, Guid userId)
    {
        await using var db = salon.Use<Databases>().Open(companyId);
        db.Add(new StaffMember(companyId, userId, "Ольга", StaffRole.Owner));
        await db.SaveChangesAsync(Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
