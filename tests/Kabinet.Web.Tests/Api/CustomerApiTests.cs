using System.Net;
using System.Text.Json;
using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.Staff;
using Kabinet.Web.Tests.Staff;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Api;

public class CustomerApiTests(PostgresCluster postgres) : ApiTest(postgres)
{
    [Theory, OnBothDatabases]
    public async Task A_customer_is_made_found_and_corrected(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var key = await site.NewKeyAsync(ApiAccess.WriteCustomers);

        var made = (await api.PostAsync("customers", new { name = " Мария Иванова ", phone = "8 916 123-45-67" }, key)).Is(HttpStatusCode.Created);
        var id = made.Number("id");
        Assert.Equal($"/api/v1/mint/customers/{id}", made.Location!.ToString());
        Assert.Equal(("Мария Иванова", "+79161234567", "2026-03-02T09:00:00+03:00"), (made.Text("name"), made.Text("phone"), made.Text("created")));
        Assert.Equal(JsonValueKind.Null, made["email"].ValueKind);

        var changed = (await api.PatchAsync($"customers/{id}", new { email = "maria@example.ru" }, key)).Is(HttpStatusCode.OK);
        Assert.Equal(("Мария Иванова", "+79161234567", "maria@example.ru"), (changed.Text("name"), changed.Text("phone"), changed.Text("email")));
        changed = (await api.PatchAsync($"customers/{id}", new { name = "Мария Петрова", phone = (string?)null, email = (string?)null }, key)).Is(HttpStatusCode.OK);
        Assert.Equal(("Мария Петрова", JsonValueKind.Null, JsonValueKind.Null), (changed.Text("name"), changed["phone"].ValueKind, changed["email"].ValueKind));
        Assert.Equal(changed.Body.ToString(), (await api.GetAsync($"customers/{id}", key)).Is(HttpStatusCode.OK).Body.ToString());
        // The search knows the new name, and the old phone no longer.
        Assert.Equal([id], await IdsAsync(api, "customers?q=петрова", key));
        Assert.Empty(await IdsAsync(api, "customers?q=9161234567", key));
    }

    [Theory, OnBothDatabases]
    public async Task The_base_is_searched_by_name_and_phone_and_comes_in_pages(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var key = await site.NewKeyAsync(ApiAccess.ReadCustomers);
        await AddAsync(site, 60);

        var first = (await api.GetAsync("customers", key)).Is(HttpStatusCode.OK);
        var second = (await api.GetAsync("customers?page=2", key)).Is(HttpStatusCode.OK);
        var past = (await api.GetAsync("customers?page=2147483647", key)).Is(HttpStatusCode.OK);

        Assert.Equal((50, 1, 2, 60), (first.List("customers").Count(), first.Number("page"), first.Number("pages"), first.Number("count")));
        Assert.Equal((10, 2, 2, 60), (second.List("customers").Count(), second.Number("page"), second.Number("pages"), second.Number("count")));
        Assert.Equal(60, first.List("customers").Concat(second.List("customers")).Select(one => one.GetProperty("id").GetInt32()).Distinct().Count());
        Assert.Equal((0, 2147483647), (past.List("customers").Count(), past.Number("page")));
        Assert.Equal(["Клиент 07"], await NamesAsync(api, "customers?q=КЛИЕНТ+07", key));
        Assert.Equal(["Клиент 07"], await NamesAsync(api, "customers?q=8916000-00-07", key));
        Assert.Equal(["Клиент 07"], await NamesAsync(api, "customers?phone=8+916+000-00-07", key));
        Assert.Empty(await NamesAsync(api, "customers?phone=%2B79990000007", key));
    }

    [Theory]
    [InlineData("page=0", "query-invalid", "page")]
    [InlineData("page=-1", "query-invalid", "page")]
    [InlineData("page=two", "query-invalid", "page")]
    [InlineData("page=1&page=2", "query-invalid", "page")]
    [InlineData("phone=123", "query-invalid", "phone")]
    [InlineData("phone=", "query-invalid", "phone")]
    [InlineData("q=%00", "query-invalid", "q")]
    [InlineData("name=Мария", "query-unknown", "name")]
    public async Task A_question_that_makes_no_sense_is_refused(string query, string reason, string field)
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;

        (await api.GetAsync("customers?" + query, await site.NewKeyAsync(ApiAccess.ReadCustomers))).Refuses(HttpStatusCode.BadRequest, reason, field);
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.BadRequest, "field-missing", "name")]
    [InlineData("""{"name":" "}""", HttpStatusCode.UnprocessableEntity, "name-empty", "name")]
    [InlineData("""{"name":"Мария","phone":"123"}""", HttpStatusCode.UnprocessableEntity, "phone-invalid", "phone")]
    [InlineData("""{"name":"Мария","email":"нет"}""", HttpStatusCode.UnprocessableEntity, "email-invalid", "email")]
    [InlineData("""{"name":"Мария","phone":"+79160000001"}""", HttpStatusCode.Conflict, "phone-taken", "phone")]
    [InlineData("""{"name":"Мария","fone":"+79161234567"}""", HttpStatusCode.BadRequest, "field-unknown", "fone")]
    [InlineData("""{"name":"Мария\u0000"}""", HttpStatusCode.BadRequest, "field-invalid", "name")]
    public async Task What_is_wrong_with_a_customer_is_named_with_its_field(string body, HttpStatusCode status, string reason, string field)
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        var key = await site.NewKeyAsync(ApiAccess.WriteCustomers);
        await AddAsync(site, 1);

        (await api.SendAsync(HttpMethod.Post, "customers", body, key)).Refuses(status, reason, field);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_wrong_with_a_change_is_named_and_nothing_is_changed(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var key = await site.NewKeyAsync(ApiAccess.WriteCustomers);
        await AddAsync(site, 2);
        var ids = await IdsAsync(api, "customers", key);

        (await api.PatchAsync($"customers/{ids[0]}", new { }, key)).Refuses(HttpStatusCode.UnprocessableEntity, "nothing-to-change");
        (await api.PatchAsync($"customers/{ids[0]}", new { name = new string('я', 101) }, key)).Refuses(HttpStatusCode.UnprocessableEntity, "name-too-long", "name");
        (await api.PatchAsync($"customers/{ids[1]}", new { name = "Другая", phone = "+7 916 000-00-01" }, key)).Refuses(HttpStatusCode.Conflict, "phone-taken", "phone");
        (await api.PatchAsync($"customers/{ids[0]}", new { phone = "+7 916 000-00-01" }, key)).Is(HttpStatusCode.OK);
        Assert.Equal(["Клиент 01", "Клиент 02"], await NamesAsync(api, "customers", key));
    }

    [Theory, OnBothDatabases]
    public async Task Another_companys_customers_are_not_there(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var key = await site.NewKeyAsync(ApiAccess.WriteCustomers);
        var neighbour = await TestCompany.CreateAsync(site.Use<Databases>(), site.Salon.Now, "neighbour");
        await using (var db = site.Use<Databases>().Open(neighbour.Id))
        {
            db.Add(new Customer(neighbour.Id, 4711, "Тайна", "+79160000001", null, site.Salon.Now));
            await db.SaveChangesAsync(Cancel);
        }

        (await api.GetAsync("customers/4711", key)).Refuses(HttpStatusCode.NotFound, "customer-unknown");
        (await api.PatchAsync("customers/4711", new { name = "Моя" }, key)).Refuses(HttpStatusCode.NotFound, "customer-unknown");
        Assert.Empty(await NamesAsync(api, "customers", key));
        // Their phone is nobody's here.
        (await api.PostAsync("customers", new { name = "Моя", phone = "+7 916 000-00-01" }, key)).Is(HttpStatusCode.Created);
    }

    [Theory, OnBothDatabases]
    public async Task Who_proved_a_phone_follows_it_to_its_new_owner(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var key = await site.NewKeyAsync(ApiAccess.WriteCustomers);
        await AddAsync(site, 1);
        var id = (await IdsAsync(api, "customers", key)).Single();
        await using (var db = site.Salon.Db())
        {
            db.Add(new ClientAccount(site.Salon.Company.Id, 9000, "+79160000001", id, site.Salon.Now));
            await db.SaveChangesAsync(Cancel);
        }
        async Task<int?> OwnerAsync()
        {
            await using var db = site.Salon.Db();
            return (await db.ClientAccounts.SingleAsync(Cancel)).CustomerId;
        }

        await api.PatchAsync($"customers/{id}", new { name = "Мария" }, key);
        Assert.Equal(id, await OwnerAsync());
        await api.PatchAsync($"customers/{id}", new { phone = "+7 916 999-99-99" }, key);
        Assert.Null(await OwnerAsync());
        var other = (await api.PostAsync("customers", new { name = "Новая хозяйка номера", phone = "+7 916 000-00-01" }, key)).Is(HttpStatusCode.Created);
        Assert.Equal(other.Number("id"), await OwnerAsync());
    }

    private static async Task AddAsync(SalonSite site, int count)
    {
        await using var db = site.Salon.Db();
        for (var i = 1; i <= count; i++) db.Add(new Customer(site.Salon.Company.Id, 8000 + i, $"Клиент {i:00}", $"+7916{i:0000000}", null, site.Salon.Now));
        await db.SaveChangesAsync(Cancel);
    }

    private static async Task<List<int>> IdsAsync(ApiClient api, string path, string key) =>
        [.. (await api.GetAsync(path, key)).Is(HttpStatusCode.OK).List("customers").Select(one => one.GetProperty("id").GetInt32())];

    private static async Task<List<string>> NamesAsync(ApiClient api, string path, string key) =>
        [.. (await api.GetAsync(path, key)).Is(HttpStatusCode.OK).List("customers").Select(one => one.GetProperty("name").GetString()!)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
