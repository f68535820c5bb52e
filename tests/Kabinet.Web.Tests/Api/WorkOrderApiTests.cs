using System.Net;
using System.Text.Json;
using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.Notifications;
using Kabinet.Staff;
using Kabinet.Web.Tests.Staff;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Api;

public class WorkOrderApiTests(PostgresCluster postgres) : ApiTest(postgres)
{
    [Theory, OnBothDatabases]
    public async Task A_visit_written_down_for_a_client_takes_its_time_and_tells_him(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var mint = site.Salon.Company;
        var key = await site.NewKeyAsync(ApiAccess.WriteWorkOrders);

        // 11:07 today, past the lead time and off the grid: what binds a client does not bind staff.
        var made = (await api.PostAsync("work-orders", Order(site, "2026-03-02T11:07"), key, NewKey())).Is(HttpStatusCode.Created);

        var id = made.Number("id");
        Assert.Equal($"/api/v1/mint/work-orders/{id}", made.Location!.ToString());
        Assert.Equal(("staff", "open", "2026-03-02T11:07:00+03:00", "2026-03-02T12:07:00+03:00"), (made.Text("source"), made.Text("status"), made.Text("start"), made.Text("finish")));
        Assert.Equal(("Пётр", "+79167654321", 2500m, 60), (made["client"].GetProperty("name").GetString(), made["client"].GetProperty("phone").GetString(), made["sum"].GetDecimal(), made.Number("remindBefore")));
        Assert.Equal([mint.Haircut], made.List("works").Select(one => one.GetProperty("service").GetInt32()));
        Assert.Equal([mint.Anna], made.List("resources").Select(one => one.GetProperty("id").GetInt32()));
        Assert.Equal(made.Body.ToString(), (await api.GetAsync($"work-orders/{id}", key)).Is(HttpStatusCode.OK).Body.ToString());
        Assert.DoesNotContain("2026-03-02T11:00:00+03:00", await SlotsAsync(site, api));
        await using var db = site.Salon.Db();
        Assert.Equal([MessageKind.BookingMade, MessageKind.Reminder], await db.OutboxMessages.OrderBy(message => message.Due).Select(message => message.Kind).ToListAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task The_same_key_with_the_same_body_is_the_same_work_order(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var olga = await site.Salon.OlgaAtDeskAsync();
        var key = (await site.Salon.MakeKeyAsync(olga, KeyMaking.Form("Сайт", ApiAccess.All))).Secret;
        var other = (await site.Salon.MakeKeyAsync(olga, KeyMaking.Form("1С", ApiAccess.All))).Secret;
        var once = NewKey();

        var first = (await api.PostAsync("work-orders", Order(site, "2026-03-03T12:00"), key, once)).Is(HttpStatusCode.Created);
        var second = (await api.PostAsync("work-orders", Order(site, "2026-03-03T12:00"), key, once)).Is(HttpStatusCode.Created);

        Assert.Equal(first.Number("id"), second.Number("id"));
        (await api.PostAsync("work-orders", Order(site, "2026-03-03T16:00"), key, once)).Refuses(HttpStatusCode.UnprocessableEntity, "repeated-differently", "Idempotency-Key");
        // What two programs call alike are two requests.
        Assert.NotEqual(first.Number("id"), (await api.PostAsync("work-orders", Order(site, "2026-03-03T16:00"), other, once)).Is(HttpStatusCode.Created).Number("id"));
        (await api.PostAsync("work-orders", Order(site, "2026-03-03T18:00"), key)).Refuses(HttpStatusCode.BadRequest, "idempotency-key-missing", "Idempotency-Key");
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_is_free_takes_what_is_asked_of_anybody_and_the_room_comes_along(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var mint = site.Salon.Company;
        var key = await site.NewKeyAsync(ApiAccess.WriteWorkOrders);
        Task<ApiAnswer> MassageAsync(string start) => api.PostAsync("work-orders", Order(site, start, order => (order["services"], order["resource"]) = (new[] { mint.Massage }, "any")), key, NewKey());

        var massage = (await MassageAsync("2026-03-03T12:00")).Is(HttpStatusCode.Created);

        Assert.Equal(mint.Room, massage.List("resources").Last().GetProperty("id").GetInt32());
        (await MassageAsync("2026-03-03T12:30")).Refuses(HttpStatusCode.Conflict, "time-taken", "start");
        (await MassageAsync("2026-03-03T21:00")).Refuses(HttpStatusCode.Conflict, "not-working", "start");
        // Far beyond the horizon, and long ago.
        (await MassageAsync("2028-03-07T12:00")).Is(HttpStatusCode.Created);
        (await MassageAsync("2025-03-04T12:00")).Is(HttpStatusCode.Created);
        (await MassageAsync("2028-03-07T12:30")).Refuses(HttpStatusCode.Conflict, "time-taken", "start");
    }

    [Theory, OnBothDatabases]
    public async Task A_known_customer_keeps_his_card_and_one_without_a_phone_gets_one(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var key = await site.NewKeyAsync(ApiAccess.All);
        var maria = (await api.PostAsync("customers", new { name = "Мария", phone = "+7 916 123-45-67" }, key)).Number("id");
        async Task<ApiAnswer> MakeAsync(string start, object? client, int? customer = null) =>
            (await api.PostAsync("work-orders", Order(site, start, order => (order["client"], order["customer"]) = (client, customer)), key, NewKey())).Is(HttpStatusCode.Created);

        Assert.Equal(maria, (await MakeAsync("2026-03-03T10:00", null, maria)).Number("customer"));
        Assert.Equal(maria, (await MakeAsync("2026-03-03T11:00", new { name = "Маша", phone = "8 916 1234567" })).Number("customer"));
        var stranger = await MakeAsync("2026-03-03T12:00", new { name = "С улицы" });
        Assert.NotEqual(maria, stranger.Number("customer"));
        Assert.Equal("Мария", (await api.GetAsync($"customers/{maria}", key)).Text("name"));
        Assert.Equal("С улицы", (await api.GetAsync($"customers/{stranger.Number("customer")}", key)).Text("name"));
    }

    [Theory]
    [InlineData("services", "[]", HttpStatusCode.UnprocessableEntity, "no-service-chosen", "services")]
    [InlineData("services", "[4711]", HttpStatusCode.NotFound, "service-unknown", "services")]
    [InlineData("resource", "4711", HttpStatusCode.NotFound, "resource-unknown", "resource")]
    [InlineData("start", "\"завтра\"", HttpStatusCode.UnprocessableEntity, "date-invalid", "start")]
    [InlineData("client", "null", HttpStatusCode.UnprocessableEntity, "customer-missing", "customer")]
    [InlineData("client", """{"name":" ","phone":"1"}""", HttpStatusCode.UnprocessableEntity, "name-empty", "client.name")]
    [InlineData("customer", "4711", HttpStatusCode.BadRequest, "field-invalid", "client")]
    [InlineData("state", "4711", HttpStatusCode.UnprocessableEntity, "state-unknown", "state")]
    [InlineData("remindBefore", "7", HttpStatusCode.UnprocessableEntity, "reminder-unknown", "remindBefore")]
    [InlineData("coment", "\"\"", HttpStatusCode.BadRequest, "field-unknown", "coment")]
    public async Task What_is_wrong_with_a_work_order_is_named_with_its_field(string field, string json, HttpStatusCode status, string reason, string named)
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        var body = Order(site, "2026-03-03T12:00", order => order[field] = JsonSerializer.Deserialize<JsonElement>(json));

        (await api.PostAsync("work-orders", body, await site.NewKeyAsync(ApiAccess.WriteWorkOrders), NewKey())).Refuses(status, reason, named);
    }

    [Theory, OnBothDatabases]
    public async Task A_work_order_is_moved_given_to_another_and_cancelled(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var mint = site.Salon.Company;
        var key = await site.NewKeyAsync(ApiAccess.WriteWorkOrders);
        var (id, _) = await BookAsync(site, api);
        var before = (await api.GetAsync($"work-orders/{id}", key)).Is(HttpStatusCode.OK);

        var moved = (await api.PatchAsync($"work-orders/{id}", new { revision = before.Number("revision"), start = "2026-03-03T16:10", comment = " Позже " }, key)).Is(HttpStatusCode.OK);
        Assert.Equal(("2026-03-03T16:10:00+03:00", "2026-03-03T17:10:00+03:00", "Позже"), (moved.Text("start"), moved.Text("finish"), moved.Text("comment")));
        (await api.PatchAsync($"work-orders/{id}", new { revision = before.Number("revision"), comment = "Раньше" }, key)).Refuses(HttpStatusCode.Conflict, "changed-meanwhile", "revision");

        var katyas = (await api.PatchAsync($"work-orders/{id}", new { revision = moved.Number("revision"), resource = mint.Katya }, key)).Is(HttpStatusCode.OK);
        Assert.Equal([mint.Katya], katyas.List("resources").Select(one => one.GetProperty("id").GetInt32()));
        Assert.Contains("2026-03-03T16:00:00+03:00", await SlotsAsync(site, api, mint.Anna, "2026-03-03"));
        Assert.DoesNotContain("2026-03-03T16:00:00+03:00", await SlotsAsync(site, api, mint.Katya, "2026-03-03"));

        var cancelled = (await StatesAsync(api, key))["cancelled"];
        (await api.PatchAsync($"work-orders/{id}", new { revision = katyas.Number("revision"), state = cancelled }, key)).Refuses(HttpStatusCode.UnprocessableEntity, "reason-missing", "reason");
        var gone = (await api.PatchAsync($"work-orders/{id}", new { revision = katyas.Number("revision"), state = cancelled, reason = "clientDidNotCome" }, key)).Is(HttpStatusCode.OK);
        Assert.Equal(("cancelled", "Клиент не пришёл", false), (gone.Text("status"), gone.Text("cancelReason"), gone["isCancelledByClient"].GetBoolean()));
        Assert.Contains("2026-03-03T16:00:00+03:00", await SlotsAsync(site, api, mint.Katya, "2026-03-03"));
        Assert.Equal(gone.Body.ToString(), (await api.GetAsync($"work-orders/{id}", key)).Body.ToString());
    }

    [Theory, OnBothDatabases]
    public async Task What_is_wrong_with_a_change_is_named_and_nothing_is_changed(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var mint = site.Salon.Company;
        var key = await site.NewKeyAsync(ApiAccess.WriteWorkOrders);
        var (id, _) = await BookAsync(site, api);
        await BookAsync(site, api, "2026-03-03T16:00");
        var before = (await api.GetAsync($"work-orders/{id}", key)).Is(HttpStatusCode.OK);
        var revision = before.Number("revision");
        async Task RefusedAsync(object change, HttpStatusCode status, string reason, string field = "") => (await api.PatchAsync($"work-orders/{id}", change, key)).Refuses(status, reason, field);

        await RefusedAsync(new { revision }, HttpStatusCode.UnprocessableEntity, "nothing-to-change");
        await RefusedAsync(new { comment = "?" }, HttpStatusCode.BadRequest, "field-missing", "revision");
        await RefusedAsync(new { revision, reason = "other" }, HttpStatusCode.BadRequest, "field-invalid", "reason");
        await RefusedAsync(new { revision, start = "2026-03-03T16:30" }, HttpStatusCode.Conflict, "time-taken", "start");
        await RefusedAsync(new { revision, start = "16:30" }, HttpStatusCode.UnprocessableEntity, "date-invalid", "start");
        await RefusedAsync(new { revision, finish = "2026-03-03T11:00" }, HttpStatusCode.UnprocessableEntity, "start-after-finish", "start");
        await RefusedAsync(new { revision, resource = 4711 }, HttpStatusCode.NotFound, "resource-unknown", "resource");
        await RefusedAsync(new { revision, resource = mint.Room }, HttpStatusCode.UnprocessableEntity, "service-not-performed", "resource");
        await RefusedAsync(new { revision, state = 4711 }, HttpStatusCode.UnprocessableEntity, "state-unknown", "state");
        Assert.Equal(before.Body.ToString(), (await api.GetAsync($"work-orders/{id}", key)).Body.ToString());
    }

    [Theory, OnBothDatabases]
    public async Task The_list_narrows_by_every_filter_of_the_office(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var mint = site.Salon.Company;
        var key = await site.NewKeyAsync(ApiAccess.WriteWorkOrders);
        var (cabinets, _) = await BookAsync(site, api);
        var staffs = (await api.PostAsync("work-orders", Order(site, "2026-03-02T11:00", order => order["resource"] = mint.Katya), key, NewKey())).Is(HttpStatusCode.Created);
        var states = await StatesAsync(api, key);
        await api.PatchAsync($"work-orders/{staffs.Number("id")}", new { revision = staffs.Number("revision"), state = states["inProgress"] }, key);

        var all = (await api.GetAsync("work-orders", key)).Is(HttpStatusCode.OK);
        Assert.Equal((1, 1, 2, 5000m, 0m), (all.Number("page"), all.Number("pages"), all.Number("count"), all["sum"].GetDecimal(), all["paid"].GetDecimal()));
        Assert.Equal((await api.GetAsync($"work-orders/{cabinets}", key)).Body.ToString(), all.List("workOrders").Single(one => one.GetProperty("id").GetInt32() == cabinets).ToString());
        foreach (var query in (string[])["source=cabinet", $"resource={mint.Anna}", "from=2026-03-03", "q=%D0%BC%D0%B0%D1%80%D0%B8%D1%8F", "view=new", $"customer={Customer(all, cabinets)}"])
            Assert.Equal([cabinets], await IdsAsync(api, query, key));
        foreach (var query in (string[])["source=staff", $"resource={mint.Katya}", "to=2026-03-02", "view=today", "view=in-progress", $"state={states["inProgress"]}"])
            Assert.Equal([staffs.Number("id")], await IdsAsync(api, query, key));
        Assert.Equal([staffs.Number("id"), cabinets], await IdsAsync(api, $"sort=start&payment=not-paid&actuality=not-closed&service={mint.Haircut}", key));
        Assert.Equal([cabinets, staffs.Number("id")], await IdsAsync(api, "sort=-start", key));
        Assert.Empty(await IdsAsync(api, "page=2", key));
    }

    [Theory]
    [InlineData("view=tomorrow", "query-invalid", "view")]
    [InlineData("state=open", "query-invalid", "state")]
    [InlineData("from=2026-13-01", "query-invalid", "from")]
    [InlineData("from=2026-03-03&to=2026-03-02", "query-invalid", "to")]
    [InlineData("sort=colour", "query-invalid", "sort")]
    [InlineData("sort=", "query-invalid", "sort")]
    [InlineData("sort=--start", "query-invalid", "sort")]
    [InlineData("page=0", "query-invalid", "page")]
    [InlineData("resourse=1", "query-unknown", "resourse")]
    public async Task A_question_that_makes_no_sense_is_refused(string query, string reason, string field)
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;

        (await api.GetAsync("work-orders?" + query, await site.NewKeyAsync(ApiAccess.ReadWorkOrders))).Refuses(HttpStatusCode.BadRequest, reason, field);
    }

    [Theory, OnBothDatabases]
    public async Task Another_companys_work_orders_and_customers_are_not_there(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var key = await site.NewKeyAsync(ApiAccess.WriteWorkOrders);
        var neighbour = await TestCompany.CreateAsync(site.Use<Databases>(), site.Salon.Now, "neighbour");
        await using (var db = site.Use<Databases>().Open(neighbour.Id))
        {
            var (customer, state) = (new Customer(neighbour.Id, 4711, "Тайна", "+79160000001", null, site.Salon.Now), await db.OrderStates.FirstAsync(Cancel));
            db.Add(customer);
            db.Add(new Kabinet.WorkOrders.WorkOrder(neighbour.Id, 4712, 1, Kabinet.WorkOrders.OrderSource.Staff, customer, state, site.Salon.Now));
            await db.SaveChangesAsync(Cancel);
        }

        (await api.GetAsync("work-orders/4712", key)).Refuses(HttpStatusCode.NotFound, "not-found");
        (await api.PatchAsync("work-orders/4712", new { revision = 1, comment = "Моя" }, key)).Refuses(HttpStatusCode.NotFound, "not-found");
        Assert.Empty(await IdsAsync(api, "", key));
        (await api.PostAsync("work-orders", Order(site, "2026-03-03T12:00", order => { order.Remove("client"); order["customer"] = 4711; }), key, NewKey())).Refuses(HttpStatusCode.NotFound, "customer-unknown", "customer");
    }

    private static Dictionary<string, object?> Order(SalonSite site, string start, Action<Dictionary<string, object?>>? change = null)
    {
        var order = new Dictionary<string, object?>
        {
            ["services"] = new[] { site.Salon.Company.Haircut },
            ["resource"] = site.Salon.Company.Anna,
            ["start"] = start,
            ["client"] = new Dictionary<string, object?> { ["name"] = "Пётр", ["phone"] = "8 916 765-43-21" },
            ["remindBefore"] = 60,
        };
        change?.Invoke(order);
        return order;
    }

    private static int Customer(ApiAnswer list, int id) => list.List("workOrders").Single(one => one.GetProperty("id").GetInt32() == id).GetProperty("customer").GetInt32();

    /// <summary>The first state of each status.</summary>
    private static async Task<Dictionary<string, int>> StatesAsync(ApiClient api, string key) =>
        (await api.GetAsync("work-orders/states", key)).Is(HttpStatusCode.OK).List("states")
            .GroupBy(state => state.GetProperty("status").GetString()!).ToDictionary(states => states.Key, states => states.First().GetProperty("id").GetInt32());

    private static async Task<List<int>> IdsAsync(ApiClient api, string query, string key) =>
        [.. (await api.GetAsync("work-orders?" + query, key)).Is(HttpStatusCode.OK).List("workOrders").Select(one => one.GetProperty("id").GetInt32())];

    private static async Task<List<string>> SlotsAsync(SalonSite site, ApiClient api, int? resource = null, string date = "2026-03-02") =>
        [.. (await api.GetAsync($"slots?service={site.Salon.Company.Haircut}&resource={resource ?? site.Salon.Company.Anna}&date={date}")).List("slots").Select(slot => slot.GetProperty("start").GetString()!)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
