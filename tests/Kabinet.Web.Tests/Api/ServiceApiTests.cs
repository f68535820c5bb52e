using System.Net;
using System.Text.Json;
using Kabinet.Data;
using Kabinet.ServiceCatalog;
using Kabinet.Staff;
using Kabinet.Web.Tests.Staff;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Api;

public class ServiceApiTests(PostgresCluster postgres) : ApiTest(postgres)
{
    [Theory, OnBothDatabases]
    public async Task A_service_is_made_and_can_be_booked_at_once(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var mint = site.Salon.Company;
        var key = await site.NewKeyAsync(ApiAccess.WriteServices);

        var made = (await api.PostAsync("services", new { name = " Укладка ", duration = 40, price = 1500.50m, bufferAfter = 10, performers = new[] { mint.Katya, mint.Katya } }, key)).Is(HttpStatusCode.Created);

        var id = made.Number("id");
        Assert.Equal($"/api/v1/mint/services/{id}", made.Location!.ToString());
        Assert.Equal(("Укладка", 40, 1500.50m, 10), (made.Text("name"), made.Number("duration"), made["price"].GetDecimal(), made.Number("bufferAfter")));
        Assert.Equal((true, false, JsonValueKind.Null), (made["isOfferedOnline"].GetBoolean(), made["isArchived"].GetBoolean(), made["group"].ValueKind));
        Assert.Equal(made.Body.ToString(), (await api.GetAsync($"services/{id}", key)).Is(HttpStatusCode.OK).Body.ToString());
        // The last of all, in the back office and for clients.
        Assert.Equal(id, (await api.GetAsync("services/all", key)).Is(HttpStatusCode.OK).List("services").Last().GetProperty("id").GetInt32());
        Assert.Equal([mint.Katya], (await api.GetAsync("services")).List("services").Last().GetProperty("resources").EnumerateArray().Select(one => one.GetInt32()));
        var booking = Booking(site);
        (booking["services"], booking["resource"]) = (new[] { id }, "any");
        Assert.Equal("2026-03-03T12:40:00+03:00", (await api.PostAsync("bookings", booking, key: NewKey())).Is(HttpStatusCode.Created).Text("finish"));
    }

    [Theory, OnBothDatabases]
    public async Task What_is_left_out_of_a_change_stays_and_a_null_is_written(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var mint = site.Salon.Company;
        var key = await site.NewKeyAsync(ApiAccess.WriteServices);
        await using (var db = site.Salon.Db())
        {
            db.Add(new ServiceGroup(mint.Id, 4711, "Волосы", 1));
            await db.SaveChangesAsync(Cancel);
        }
        var group = (await api.GetAsync("services/all", key)).List("groups").Single().GetProperty("id").GetInt32();
        var before = (await api.GetAsync($"services/{mint.Haircut}", key)).Is(HttpStatusCode.OK);

        var changed = (await api.PatchAsync($"services/{mint.Haircut}", new { duration = 75, performers = new[] { mint.Katya }, group }, key)).Is(HttpStatusCode.OK);
        Assert.Equal((before.Text("name"), 2500m, 75, group), (changed.Text("name"), changed["price"].GetDecimal(), changed.Number("duration"), changed.Number("group")));
        changed = (await api.PatchAsync($"services/{mint.Haircut}", new { price = (decimal?)null, group = (int?)null, description = "С мытьём" }, key)).Is(HttpStatusCode.OK);
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, "С мытьём", 75), (changed["price"].ValueKind, changed["group"].ValueKind, changed.Text("description"), changed.Number("duration")));

        // Clients see it at once.
        var offered = (await api.GetAsync("services")).List("services").Single(one => one.GetProperty("id").GetInt32() == mint.Haircut);
        Assert.Equal((75, JsonValueKind.Null), (offered.GetProperty("duration").GetInt32(), offered.GetProperty("price").ValueKind));
        (await api.GetAsync($"slots?service={mint.Haircut}&resource={mint.Anna}")).Refuses(HttpStatusCode.UnprocessableEntity, "service-not-performed", "service");
    }

    [Theory, OnBothDatabases]
    public async Task An_archived_or_hidden_service_is_not_offered_and_its_work_orders_keep_it(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var haircut = site.Salon.Company.Haircut;
        var key = await site.NewKeyAsync(ApiAccess.All);
        var (order, _) = await BookAsync(site, api);
        async Task<bool> IsOfferedAsync() => (await api.GetAsync("services")).List("services").Any(one => one.GetProperty("id").GetInt32() == haircut);
        async Task<bool> IsListedAsync(string query = "") => (await api.GetAsync("services/all" + query, key)).List("services").Any(one => one.GetProperty("id").GetInt32() == haircut);

        (await api.PatchAsync($"services/{haircut}", new { isOfferedOnline = false }, key)).Is(HttpStatusCode.OK);
        Assert.Equal((false, true), (await IsOfferedAsync(), await IsListedAsync()));
        (await api.PatchAsync($"services/{haircut}", new { isOfferedOnline = true, isArchived = true }, key)).Is(HttpStatusCode.OK);
        Assert.Equal((false, false, true), (await IsOfferedAsync(), await IsListedAsync(), await IsListedAsync("?archived=true")));
        Assert.Equal("Женская стрижка", (await api.GetAsync($"work-orders/{order}", key)).List("works").Single().GetProperty("name").GetString());
        (await api.PatchAsync($"services/{haircut}", new { isArchived = false }, key)).Is(HttpStatusCode.OK);
        Assert.True(await IsOfferedAsync());
    }

    [Theory]
    [InlineData("""{"duration":30}""", HttpStatusCode.BadRequest, "field-missing", "name")]
    [InlineData("""{"name":" ","duration":30}""", HttpStatusCode.UnprocessableEntity, "name-empty", "name")]
    [InlineData("""{"name":"У","duration":0}""", HttpStatusCode.UnprocessableEntity, "duration-invalid", "duration")]
    [InlineData("""{"name":"У","duration":10081}""", HttpStatusCode.UnprocessableEntity, "duration-invalid", "duration")]
    [InlineData("""{"name":"У","duration":30,"bufferAfter":-1}""", HttpStatusCode.UnprocessableEntity, "buffer-invalid", "bufferAfter")]
    [InlineData("""{"name":"У","duration":30,"price":-1}""", HttpStatusCode.UnprocessableEntity, "price-invalid", "price")]
    [InlineData("""{"name":"У","duration":30,"isPriceFrom":true}""", HttpStatusCode.UnprocessableEntity, "price-from-nothing", "price")]
    [InlineData("""{"name":"У","duration":30,"price":1.005}""", HttpStatusCode.UnprocessableEntity, "price-invalid", "price")]
    [InlineData("""{"name":"У","duration":30,"group":4711}""", HttpStatusCode.NotFound, "service-group-unknown", "group")]
    [InlineData("""{"name":"У","duration":30,"performers":[4711]}""", HttpStatusCode.NotFound, "resource-unknown", "performers")]
    [InlineData("""{"name":"У","duration":30,"neededKinds":[4711]}""", HttpStatusCode.NotFound, "resource-kind-unknown", "neededKinds")]
    [InlineData("""{"name":"У","duration":30,"perfomers":[]}""", HttpStatusCode.BadRequest, "field-unknown", "perfomers")]
    public async Task What_is_wrong_with_a_service_is_named_with_its_field(string body, HttpStatusCode status, string reason, string field)
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        var key = await site.NewKeyAsync(ApiAccess.WriteServices);
        var before = (await api.GetAsync("services/all?archived=true", key)).Body.ToString();

        (await api.SendAsync(HttpMethod.Post, "services", body, key)).Refuses(status, reason, field);

        Assert.Equal(before, (await api.GetAsync("services/all?archived=true", key)).Body.ToString());
    }

    [Theory, OnBothDatabases]
    public async Task Another_companys_services_and_groups_are_not_there(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var haircut = site.Salon.Company.Haircut;
        var key = await site.NewKeyAsync(ApiAccess.WriteServices);
        var neighbour = await TestCompany.CreateAsync(site.Use<Databases>(), site.Salon.Now, "neighbour");
        await using var db = site.Use<Databases>().Open(neighbour.Id);
        db.Add(new Service(neighbour.Id, 4711, "Тайна", 30, null));
        db.Add(new ServiceGroup(neighbour.Id, 4712, "Тайны", 1));
        await db.SaveChangesAsync(Cancel);

        (await api.GetAsync("services/4711", key)).Refuses(HttpStatusCode.NotFound, "service-unknown");
        (await api.PatchAsync("services/4711", new { name = "Моя" }, key)).Refuses(HttpStatusCode.NotFound, "service-unknown");
        (await api.PatchAsync($"services/{haircut}", new { group = 4712 }, key)).Refuses(HttpStatusCode.NotFound, "service-group-unknown", "group");
        Assert.DoesNotContain("Тайна", (await api.GetAsync("services/all?archived=true", key)).Body.ToString(), StringComparison.Ordinal);
        Assert.Equal("Тайна", (await db.Services.AsNoTracking().SingleAsync(one => one.Id == 4711, Cancel)).Name);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
