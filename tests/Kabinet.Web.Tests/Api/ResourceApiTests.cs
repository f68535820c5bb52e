using System.Net;
using System.Text.Json;
using Kabinet.Data;
using Kabinet.Resources;
using Kabinet.Staff;
using Kabinet.Web.Tests.Staff;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Api;

public class ResourceApiTests(PostgresCluster postgres) : ApiTest(postgres)
{
    [Theory, OnBothDatabases]
    public async Task A_resource_is_made_and_clients_may_choose_it_once_it_works_and_performs(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var mint = site.Salon.Company;
        var key = await site.NewKeyAsync(ApiAccess.All);
        var cards = (await api.GetAsync("resources/all", key)).Is(HttpStatusCode.OK);
        var schedule = cards.List("resources").Single(one => one.GetProperty("id").GetInt32() == mint.Katya).GetProperty("schedule").GetInt32();
        Assert.Contains(schedule, cards.List("schedules").Select(one => one.GetProperty("id").GetInt32()));
        // A client is not shown the room; the back office is.
        Assert.Contains(mint.Room, cards.List("resources").Select(one => one.GetProperty("id").GetInt32()));

        var made = (await api.PostAsync("resources", new { name = " Вера ", speciality = "Стилист", photo = "/people/vera.jpg", schedule, kinds = cards.List("kinds").Select(one => one.GetProperty("id").GetInt32()) }, key)).Is(HttpStatusCode.Created);

        var id = made.Number("id");
        Assert.Equal($"/api/v1/mint/resources/{id}", made.Location!.ToString());
        Assert.Equal(("Вера", "Стилист", "/people/vera.jpg", 1, schedule, true), (made.Text("name"), made.Text("speciality"), made.Text("photo"), made.Number("capacity"), made.Number("schedule"), made["isOfferedOnline"].GetBoolean()));
        Assert.Equal(made.Body.ToString(), (await api.GetAsync($"resources/{id}", key)).Is(HttpStatusCode.OK).Body.ToString());
        (await api.PatchAsync($"services/{mint.Haircut}", new { performers = new[] { mint.Anna, mint.Katya, id } }, key)).Is(HttpStatusCode.OK);
        Assert.Equal("2026-03-03T10:00:00+03:00", (await api.GetAsync($"slots?service={mint.Haircut}&resource={id}&date=2026-03-03")).List("slots").First().GetProperty("start").GetString());
    }

    [Theory, OnBothDatabases]
    public async Task What_is_left_out_of_a_change_stays_and_a_null_is_written(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var mint = site.Salon.Company;
        var key = await site.NewKeyAsync(ApiAccess.WriteResources);
        var before = (await api.GetAsync($"resources/{mint.Anna}", key)).Is(HttpStatusCode.OK);

        var changed = (await api.PatchAsync($"resources/{mint.Anna}", new { name = "Анна Ли", photo = "https://example.ru/anna.jpg", position = 9 }, key)).Is(HttpStatusCode.OK);
        Assert.Equal(("Анна Ли", before.Text("speciality"), 9, before.Number("schedule")), (changed.Text("name"), changed.Text("speciality"), changed.Number("position"), changed.Number("schedule")));
        Assert.Contains("Анна Ли", (await api.GetAsync("resources")).Body.ToString(), StringComparison.Ordinal);
        changed = (await api.PatchAsync($"resources/{mint.Anna}", new { schedule = (int?)null, photo = "" }, key)).Is(HttpStatusCode.OK);
        Assert.Equal((JsonValueKind.Null, ""), (changed["schedule"].ValueKind, changed.Text("photo")));
        // Without a schedule she does not work.
        Assert.Empty((await api.GetAsync($"slots?service={mint.Haircut}&resource={mint.Anna}&date=2026-03-03")).List("slots"));
        (await api.PatchAsync($"resources/{mint.Anna}", new { isOfferedOnline = false }, key)).Is(HttpStatusCode.OK);
        (await api.GetAsync($"services?resource={mint.Anna}")).Refuses(HttpStatusCode.NotFound, "resource-not-offered", "resource");
    }

    [Theory, OnBothDatabases]
    public async Task A_resource_that_is_booked_ahead_is_not_archived(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var anna = site.Salon.Company.Anna;
        var key = await site.NewKeyAsync(ApiAccess.All);
        var (id, token) = await BookAsync(site, api);
        Task<ApiAnswer> ArchiveAsync() => api.PatchAsync($"resources/{anna}", new { isArchived = true }, key);

        (await ArchiveAsync()).Refuses(HttpStatusCode.Conflict, "resource-booked", "isArchived");
        (await api.PostAsync($"bookings/{id}/cancellation", new { reason = "illness" }, token)).Is(HttpStatusCode.OK);
        Assert.True((await ArchiveAsync()).Is(HttpStatusCode.OK)["isArchived"].GetBoolean());

        Assert.DoesNotContain(anna, (await api.GetAsync("resources/all", key)).List("resources").Select(one => one.GetProperty("id").GetInt32()));
        Assert.Contains(anna, (await api.GetAsync("resources/all?archived=true", key)).List("resources").Select(one => one.GetProperty("id").GetInt32()));
        // The work order still names her.
        Assert.NotEqual("", (await api.GetAsync($"work-orders/{id}", key)).List("resources").Single().GetProperty("name").GetString());
        (await api.PatchAsync($"resources/{anna}", new { isArchived = false }, key)).Is(HttpStatusCode.OK);
        Assert.NotEmpty((await api.GetAsync($"slots?service={site.Salon.Company.Haircut}&resource={anna}&date=2026-03-03")).List("slots"));
    }

    [Theory, OnBothDatabases]
    public async Task A_capacity_is_lowered_as_far_as_what_is_booked_fits(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var mint = site.Salon.Company;
        var key = await site.NewKeyAsync(ApiAccess.All);
        async Task<(int Id, string Token)> YogaAsync(string start)
        {
            var booking = Booking(site, start);
            (booking["services"], booking["resource"]) = (new[] { mint.Yoga }, mint.YogaHall);
            var answer = (await api.PostAsync("bookings", booking, key: NewKey())).Is(HttpStatusCode.Created);
            return (answer.Number("id"), answer.Text("token"));
        }
        Task<ApiAnswer> NarrowAsync(int capacity) => api.PatchAsync($"resources/{mint.YogaHall}", new { capacity }, key);
        var first = await YogaAsync("2026-03-03T12:00");
        var second = await YogaAsync("2026-03-03T12:00");
        await YogaAsync("2026-03-03T12:00");

        (await NarrowAsync(2)).Refuses(HttpStatusCode.Conflict, "capacity-booked", "capacity");
        (await NarrowAsync(0)).Refuses(HttpStatusCode.UnprocessableEntity, "capacity-invalid", "capacity");
        // The third sits on seat 3; once the first is gone, there is room for her on a lower one.
        (await api.PostAsync($"bookings/{first.Id}/cancellation", new { }, first.Token)).Is(HttpStatusCode.OK);
        Assert.Equal(2, (await NarrowAsync(2)).Is(HttpStatusCode.OK).Number("capacity"));
        await using (var db = site.Salon.Db())
            Assert.Equal([1, 2], await db.OccupiedRanges.Where(row => row.ResourceId == mint.YogaHall).OrderBy(row => row.Seat).Select(row => row.Seat).ToListAsync(Cancel));
        Assert.DoesNotContain("2026-03-03T12:00:00+03:00", (await api.GetAsync($"slots?service={mint.Yoga}&resource={mint.YogaHall}&date=2026-03-03")).Body.ToString(), StringComparison.Ordinal);
        (await NarrowAsync(1)).Refuses(HttpStatusCode.Conflict, "capacity-booked", "capacity");
        (await api.PostAsync($"bookings/{second.Id}/cancellation", new { }, second.Token)).Is(HttpStatusCode.OK);
        (await NarrowAsync(1)).Is(HttpStatusCode.OK);
        (await NarrowAsync(3)).Is(HttpStatusCode.OK);
        await YogaAsync("2026-03-03T12:00");
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_there_moves_to_a_seat_that_was_free_all_the_time(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var mint = site.Salon.Company;
        var key = await site.NewKeyAsync(ApiAccess.All);
        async Task<int> OrderAsync(int service, string start) => (await api.PostAsync("work-orders", new
        {
            services = new[] { service },
            resource = mint.YogaHall,
            start,
            client = new { name = "Мария" },
        }, key, NewKey())).Is(HttpStatusCode.Created).Number("id");
        var first = await OrderAsync(mint.Stretching, "2026-03-03T11:00");
        await OrderAsync(mint.Yoga, "2026-03-03T11:00");
        await OrderAsync(mint.Yoga, "2026-03-03T11:30");
        // 11:50: the first has left seat 1, but the third, on seat 3, was there while seat 1 was taken.
        site.Salon.Clock.Advance(TimeSpan.FromMinutes((24 + 2) * 60 + 50));

        (await api.PatchAsync($"resources/{mint.YogaHall}", new { capacity = 2 }, key)).Refuses(HttpStatusCode.Conflict, "capacity-booked", "capacity");
        // As it turns out the first never came.
        var cancelled = (await api.GetAsync("work-orders/states", key)).List("states").Single(state => state.GetProperty("status").GetString() == "cancelled").GetProperty("id").GetInt32();
        var revision = (await api.GetAsync($"work-orders/{first}", key)).Number("revision");
        (await api.PatchAsync($"work-orders/{first}", new { revision, state = cancelled, reason = "clientDidNotCome" }, key)).Is(HttpStatusCode.OK);
        (await api.PatchAsync($"resources/{mint.YogaHall}", new { capacity = 2 }, key)).Is(HttpStatusCode.OK);
        await using var db = site.Salon.Db();
        Assert.Equal([1, 2], await db.OccupiedRanges.Where(row => row.ResourceId == mint.YogaHall).OrderBy(row => row.Seat).Select(row => row.Seat).ToListAsync(Cancel));
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.BadRequest, "field-missing", "name")]
    [InlineData("""{"name":""}""", HttpStatusCode.UnprocessableEntity, "name-empty", "name")]
    [InlineData("""{"name":"В","capacity":1001}""", HttpStatusCode.UnprocessableEntity, "capacity-invalid", "capacity")]
    [InlineData("""{"name":"В","photo":"javascript:alert(1)"}""", HttpStatusCode.UnprocessableEntity, "photo-invalid", "photo")]
    [InlineData("""{"name":"В","photo":"//example.ru/a.jpg"}""", HttpStatusCode.UnprocessableEntity, "photo-invalid", "photo")]
    [InlineData("""{"name":"В","schedule":4711}""", HttpStatusCode.NotFound, "schedule-unknown", "schedule")]
    [InlineData("""{"name":"В","kinds":[4711]}""", HttpStatusCode.NotFound, "resource-kind-unknown", "kinds")]
    [InlineData("""{"name":"В","isOfferdOnline":true}""", HttpStatusCode.BadRequest, "field-unknown", "isOfferdOnline")]
    public async Task What_is_wrong_with_a_resource_is_named_with_its_field(string body, HttpStatusCode status, string reason, string field)
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        var key = await site.NewKeyAsync(ApiAccess.WriteResources);
        var before = (await api.GetAsync("resources/all?archived=true", key)).Body.ToString();

        (await api.SendAsync(HttpMethod.Post, "resources", body, key)).Refuses(status, reason, field);

        Assert.Equal(before, (await api.GetAsync("resources/all?archived=true", key)).Body.ToString());
    }

    [Theory, OnBothDatabases]
    public async Task Another_companys_resources_are_not_there(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var key = await site.NewKeyAsync(ApiAccess.All);
        var neighbour = await TestCompany.CreateAsync(site.Use<Databases>(), site.Salon.Now, "neighbour");
        await using var db = site.Use<Databases>().Open(neighbour.Id);
        int[] neighbours = [4711];
        db.Add(new Resource(neighbour.Id, neighbours[0], "Тайна"));
        await db.SaveChangesAsync(Cancel);

        (await api.GetAsync("resources/4711", key)).Refuses(HttpStatusCode.NotFound, "resource-unknown");
        (await api.PatchAsync("resources/4711", new { isArchived = true }, key)).Refuses(HttpStatusCode.NotFound, "resource-unknown");
        (await api.PatchAsync($"services/{site.Salon.Company.Haircut}", new { performers = neighbours }, key)).Refuses(HttpStatusCode.NotFound, "resource-unknown", "performers");
        Assert.DoesNotContain("Тайна", (await api.GetAsync("resources/all?archived=true", key)).Body.ToString(), StringComparison.Ordinal);
        Assert.False((await db.Resources.AsNoTracking().SingleAsync(one => one.Id == 4711, Cancel)).IsArchived);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
