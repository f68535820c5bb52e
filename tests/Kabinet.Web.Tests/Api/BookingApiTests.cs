using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Api;

public class BookingApiTests(PostgresCluster postgres) : ApiTest(postgres)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Theory, OnBothDatabases]
    public async Task A_booking_is_made_and_opened_by_its_token_alone(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;

        var made = (await api.PostAsync("bookings", Booking(site), key: NewKey())).Is(HttpStatusCode.Created);
        var id = made.Number("id");

        Assert.Equal($"/api/v1/mint/bookings/{id}", made.Location!.ToString());
        var seen = (await api.GetAsync($"bookings/{id}", made.Text("token"))).Is(HttpStatusCode.OK);
        Assert.Equal(("open", "2026-03-03T12:00:00+03:00", "2026-03-03T13:00:00+03:00", 2500m, "У окна", 120, "2026-03-03T10:00:00+03:00"),
            (seen.Text("status"), seen.Text("start"), seen.Text("finish"), seen["sum"].GetDecimal(), seen.Text("comment"), seen.Number("remindBefore"), seen.Text("cancelUntil")));
        Assert.Equal(("Мария", "+79161234567", "maria@example.ru"), (seen["client"].GetProperty("name").GetString(), seen["client"].GetProperty("phone").GetString(), seen["client"].GetProperty("email").GetString()));
        Assert.Equal("Анна Соколова", seen["resource"].GetProperty("name").GetString());
        Assert.False(seen.Body.TryGetProperty("token", out var _));
        Assert.DoesNotContain("2026-03-03T12:00:00+03:00", (await api.GetAsync($"slots?service={site.Salon.Company.Haircut}&resource={site.Salon.Company.Anna}&date=2026-03-03")).List("slots").Select(slot => slot.GetProperty("start").GetString()));

        (await api.GetAsync($"bookings/{id}")).Refuses(HttpStatusCode.Unauthorized, "token-missing", "Authorization");
        (await api.GetAsync($"bookings/{id}", "bkg_0123456789")).Refuses(HttpStatusCode.Unauthorized, "token-unknown", "Authorization");
        (await api.GetAsync($"bookings/{id}", made.Text("token")[4..])).Refuses(HttpStatusCode.Unauthorized, "token-unknown", "Authorization");
        var (_, othersToken) = await BookAsync(site, api, "2026-03-03T16:00");
        (await api.GetAsync($"bookings/{id}", othersToken)).Refuses(HttpStatusCode.NotFound, "not-found");
        (await api.PostAsync($"bookings/{id}/cancellation", new { reason = "other" }, othersToken)).Refuses(HttpStatusCode.NotFound, "not-found");
        (await api.PatchAsync($"bookings/{id}", new { remindBefore = 60 }, othersToken)).Refuses(HttpStatusCode.NotFound, "not-found");
    }

    [Theory, OnBothDatabases]
    public async Task The_same_key_and_body_are_the_same_booking(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var key = NewKey();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => api.PostAsync("bookings", Booking(site), key: key)));

        Assert.All(answers, answer => answer.Is(HttpStatusCode.Created));
        Assert.Single(answers.Select(answer => (answer.Number("id"), answer.Text("token"))).Distinct());
        await using var db = site.Salon.Db();
        Assert.Equal(1, await db.WorkOrders.CountAsync(TestContext.Current.CancellationToken));

        // The order of fields and spaces do not make another body; another word does.
        var reordered = JsonSerializer.Serialize(Booking(site).Reverse().ToDictionary(), Indented);
        Assert.Equal(answers[0].Text("token"), (await api.SendAsync(HttpMethod.Post, "bookings", reordered, key: key)).Is(HttpStatusCode.Created).Text("token"));
        var other = Booking(site);
        other["comment"] = "У двери";
        (await api.PostAsync("bookings", other, key: key)).Refuses(HttpStatusCode.UnprocessableEntity, "repeated-differently", "Idempotency-Key");
        other = Booking(site, "2026-03-03T16:00");
        (await api.PostAsync("bookings", other, key: key)).Refuses(HttpStatusCode.UnprocessableEntity, "repeated-differently", "Idempotency-Key");
    }

    [Theory, OnBothDatabases]
    public async Task A_taken_time_comes_with_the_nearest_free_ones_which_can_be_had(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var key = NewKey();
        await BookAsync(site, api);

        var refused = (await api.PostAsync("bookings", Booking(site), key: key)).Refuses(HttpStatusCode.Conflict, "time-taken", "start");

        var nearest = refused.List("nearest").Select(time => time.GetString()!).ToList();
        Assert.Equal(["2026-03-03T11:00:00+03:00", "2026-03-03T13:00:00+03:00", "2026-03-03T15:00:00+03:00"], nearest);
        // Nothing was booked under the key, so it is still free for the second try.
        (await api.PostAsync("bookings", Booking(site, nearest[1]), key: key)).Is(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("2026-03-03T12:00+03:00", "2026-03-03T12:00:00+03:00")]
    [InlineData("2026-03-03T12:00:00+03:00", "2026-03-03T12:00:00+03:00")]
    [InlineData("2026-03-03T09:00:00Z", "2026-03-03T12:00:00+03:00")]
    [InlineData("2026-03-03T12:00:00", "2026-03-03T12:00:00+03:00")]
    [InlineData("2026-03-03T10:00+01:00", "2026-03-03T12:00:00+03:00")]
    public async Task A_start_is_the_companys_time_or_has_an_offset(string start, string booked)
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;

        Assert.Equal(booked, (await api.PostAsync("bookings", Booking(site, start), key: NewKey())).Is(HttpStatusCode.Created).Text("start"));
    }

    [Theory]
    [InlineData("start", "\"tomorrow\"", HttpStatusCode.UnprocessableEntity, "date-invalid", "start")]
    [InlineData("start", "\"2026-02-30T12:00\"", HttpStatusCode.UnprocessableEntity, "date-invalid", "start")]
    [InlineData("start", "\"2026-03-03T12:07\"", HttpStatusCode.Conflict, "off-grid", "start")]
    [InlineData("start", "\"2026-03-03T23:00\"", HttpStatusCode.Conflict, "not-working", "start")]
    [InlineData("start", "\"2026-03-02T09:30\"", HttpStatusCode.Conflict, "too-soon", "start")]
    [InlineData("start", "\"2026-03-01T12:00\"", HttpStatusCode.Conflict, "in-the-past", "start")]
    [InlineData("start", "\"2026-12-01T12:00\"", HttpStatusCode.Conflict, "beyond-horizon", "start")]
    [InlineData("services", "[]", HttpStatusCode.UnprocessableEntity, "no-service-chosen", "services")]
    [InlineData("services", "[99999]", HttpStatusCode.NotFound, "service-not-offered", "services")]
    [InlineData("services", "{}", HttpStatusCode.BadRequest, "field-invalid", "services")]
    [InlineData("services", "[1,null]", HttpStatusCode.BadRequest, "field-invalid", "services[1]")]
    [InlineData("resource", "99999", HttpStatusCode.NotFound, "resource-not-offered", "resource")]
    [InlineData("resource", "\"all\"", HttpStatusCode.BadRequest, "field-invalid", "resource")]
    [InlineData("client", "{\"name\":\"Мария\",\"phone\":\"123\"}", HttpStatusCode.UnprocessableEntity, "phone-invalid", "client.phone")]
    [InlineData("client", "{\"name\":\" \",\"phone\":\"+79161234567\"}", HttpStatusCode.UnprocessableEntity, "name-missing", "client.name")]
    [InlineData("client", "{\"name\":\"Мария\",\"phone\":\"+79161234567\",\"email\":\"нет\"}", HttpStatusCode.UnprocessableEntity, "email-invalid", "client.email")]
    [InlineData("client", "{\"name\":\"Мария\",\"fone\":\"+79161234567\"}", HttpStatusCode.BadRequest, "field-unknown", "client.fone")]
    [InlineData("client", "null", HttpStatusCode.BadRequest, "field-invalid", "client")]
    [InlineData("remindBefore", "7", HttpStatusCode.UnprocessableEntity, "reminder-unknown", "remindBefore")]
    [InlineData("consent", "null", HttpStatusCode.UnprocessableEntity, "consent-missing", "consent.version")]
    [InlineData("consent", "{\"version\":99}", HttpStatusCode.UnprocessableEntity, "consent-outdated", "consent.version")]
    [InlineData("remind_before", "60", HttpStatusCode.BadRequest, "field-unknown", "remind_before")]
    public async Task What_is_wrong_with_a_booking_is_named_with_its_field(string field, string value, HttpStatusCode status, string reason, string place)
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        var booking = Booking(site);
        booking[field] = JsonSerializer.Deserialize<JsonElement>(value);

        var answer = await api.PostAsync("bookings", booking, key: NewKey());

        answer.Refuses(status, reason, place);
        await using var db = site.Salon.Db();
        Assert.Equal((0, 0), (await db.WorkOrders.CountAsync(TestContext.Current.CancellationToken), await db.ClientDevices.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_with_hints()
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        var booking = Booking(site);
        booking["client"] = new { name = "", phone = "12", email = "x" };

        var answer = await api.PostAsync("bookings", booking, key: NewKey());
        Assert.Equal([("name-missing", "client.name"), ("phone-invalid", "client.phone"), ("email-invalid", "client.email")], Errors(answer));

        booking["client"] = new { nmae = "Мария" };
        booking["coment"] = "";
        answer = await api.PostAsync("bookings", booking, key: NewKey());
        Assert.Equal([("field-unknown", "client.nmae"), ("field-missing", "client.name"), ("field-missing", "client.phone"), ("field-unknown", "coment")], Errors(answer));
        Assert.Equal(["Такого поля нет. Может быть, «name»?", "Такого поля нет. Может быть, «comment»?"],
            answer.List("errors").Where(error => error.GetProperty("reason").GetString() == "field-unknown").Select(error => error.GetProperty("detail").GetString()));
    }

    [Theory, OnBothDatabases]
    public async Task A_booking_is_moved_and_its_reminder_changed_together_or_not_at_all(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        await BookAsync(site, api, "2026-03-03T16:00");
        var (id, token) = await BookAsync(site, api);

        var refused = await api.PatchAsync($"bookings/{id}", new { start = "2026-03-03T16:00", remindBefore = 60 }, token);
        refused.Refuses(HttpStatusCode.Conflict, "time-taken", "start");
        Assert.Equal(["2026-03-03T15:00:00+03:00", "2026-03-03T17:00:00+03:00", "2026-03-03T17:15:00+03:00"], refused.List("nearest").Select(time => time.GetString()));
        (await api.PatchAsync($"bookings/{id}", new { start = "2026-03-03T17:00", remindBefore = 7 }, token)).Refuses(HttpStatusCode.UnprocessableEntity, "reminder-unknown", "remindBefore");
        var same = await api.GetAsync($"bookings/{id}", token);
        Assert.Equal(("2026-03-03T12:00:00+03:00", 120), (same.Text("start"), same.Number("remindBefore")));

        var moved = (await api.PatchAsync($"bookings/{id}", new { start = "2026-03-03T17:00", remindBefore = 60 }, token)).Is(HttpStatusCode.OK);
        Assert.Equal(("2026-03-03T17:00:00+03:00", 60), (moved.Text("start"), moved.Number("remindBefore")));
        var silent = (await api.PatchAsync($"bookings/{id}", new { remindBefore = (int?)null }, token)).Is(HttpStatusCode.OK);
        Assert.Equal(JsonValueKind.Null, silent["remindBefore"].ValueKind);
        Assert.Equal("2026-03-03T17:00:00+03:00", silent.Text("start"));
        (await api.PatchAsync($"bookings/{id}", new { }, token)).Refuses(HttpStatusCode.UnprocessableEntity, "nothing-to-change");
        (await api.PatchAsync($"bookings/{id}", new { comment = "x" }, token)).Refuses(HttpStatusCode.BadRequest, "field-unknown", "comment");
    }

    [Theory, OnBothDatabases]
    public async Task A_cancelled_booking_frees_its_time_once(Store store)
    {
        var (site, api) = await OpenAsync(store);
        await using var _ = site;
        var (id, token) = await BookAsync(site, api);

        (await api.PostAsync($"bookings/{id}/cancellation", new { reason = "no" }, token)).Refuses(HttpStatusCode.BadRequest, "field-invalid", "reason");
        var cancelled = (await api.PostAsync($"bookings/{id}/cancellation", new { reason = "illness" }, token)).Is(HttpStatusCode.OK);

        Assert.Equal(("cancelled", "Болезнь"), (cancelled.Text("status"), cancelled.Text("cancelReason")));
        (await api.PostAsync($"bookings/{id}/cancellation", new { }, token)).Refuses(HttpStatusCode.Conflict, "already-closed");
        await BookAsync(site, api);
    }

    [Theory]
    [InlineData("plansChanged", "Изменились планы")]
    [InlineData("timeUnsuitable", "Не подходит время")]
    [InlineData("illness", "Болезнь")]
    [InlineData("bookedByMistake", "Ошибка при записи")]
    [InlineData("other", "Другая причина")]
    [InlineData(null, "Другая причина")]
    public async Task Every_reason_to_cancel_is_one_of_the_cabinets(string? reason, string words)
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        var (id, token) = await BookAsync(site, api);

        Assert.Equal(words, (await api.PostAsync($"bookings/{id}/cancellation", reason is null ? new { } : new { reason }, token)).Is(HttpStatusCode.OK).Text("cancelReason"));
    }

    [Fact]
    public async Task Too_late_is_too_late()
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        var (id, token) = await BookAsync(site, api, "2026-03-02T12:00");
        site.Salon.Clock.Advance(TimeSpan.FromMinutes(90));

        (await api.PostAsync($"bookings/{id}/cancellation", new { }, token)).Refuses(HttpStatusCode.Conflict, "too-late-to-cancel");
        (await api.PatchAsync($"bookings/{id}", new { start = "2026-03-03T12:00" }, token)).Refuses(HttpStatusCode.Conflict, "too-late-to-move");
        Assert.Equal(JsonValueKind.Null, (await api.GetAsync($"bookings/{id}", token))["cancelUntil"].ValueKind);
    }

    private static IEnumerable<(string, string)> Errors(ApiAnswer answer) =>
        answer.List("errors").Select(error => (error.GetProperty("reason").GetString()!, error.GetProperty("field").GetString()!));
}
