using System.Net;
using Xunit;

namespace Kabinet.Web.Tests.Api;

/// <summary>What is no request of this API at all.</summary>
public class BadRequestTests(PostgresCluster postgres) : ApiTest(postgres)
{
    [Theory]
    [InlineData("{", "json-invalid")]
    [InlineData("", "json-invalid")]
    [InlineData("{}{}", "json-invalid")]
    [InlineData("{\"services\":[1],}", "json-invalid")]
    [InlineData("null", "field-invalid")]
    [InlineData("[]", "field-invalid")]
    public async Task Broken_json_is_named(string body, string reason)
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;

        (await api.SendAsync(HttpMethod.Post, "bookings", body, key: NewKey())).Refuses(HttpStatusCode.BadRequest, reason);
    }

    [Fact]
    public async Task Media_type_size_method_and_key_are_named()
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;

        (await api.SendAsync(HttpMethod.Post, "bookings", "{}", key: NewKey(), mediaType: "text/plain")).Refuses(HttpStatusCode.UnsupportedMediaType, "media-type-unsupported", "Content-Type");
        (await api.SendAsync(HttpMethod.Post, "bookings", null, key: NewKey())).Refuses(HttpStatusCode.UnsupportedMediaType, "media-type-unsupported", "Content-Type");
        (await api.SendAsync(HttpMethod.Post, "bookings", new string(' ', 65 << 10), key: NewKey())).Refuses(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
        (await api.SendAsync(HttpMethod.Delete, "services", null)).Refuses(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        (await api.PostAsync("bookings", Booking(site))).Refuses(HttpStatusCode.BadRequest, "idempotency-key-missing", "Idempotency-Key");
        (await api.PostAsync("bookings", Booking(site), key: "short")).Refuses(HttpStatusCode.BadRequest, "idempotency-key-invalid", "Idempotency-Key");
        (await api.PostAsync("bookings", Booking(site), key: new string('x', 101))).Refuses(HttpStatusCode.BadRequest, "idempotency-key-invalid", "Idempotency-Key");
        (await api.GetAsync("bookings/99999999999", "bkg_1")).Refuses(HttpStatusCode.NotFound, "path-unknown");
    }

    [Fact]
    public async Task Too_many_requests_are_told_when_to_come_again()
    {
        var (site, api) = await OpenAsync(Store.Sqlite, ("api:readsPerMinute", "3"), ("api:writesPerMinute", "2"));
        await using var _ = site;

        for (var i = 0; i < 3; i++) (await api.GetAsync("")).Is(HttpStatusCode.OK);
        var refused = (await api.GetAsync("resources")).Refuses(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.InRange(refused.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

        // Who reads too much may still book.
        await BookAsync(site, api);
        await api.PostAsync("codes", new { phone = "12" });
        (await api.PostAsync("codes", new { phone = "12" })).Refuses(HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    [Fact]
    public async Task A_problem_speaks_the_language_asked_for_and_its_type_can_be_opened()
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        using var http = site.CreateClient();
        http.DefaultRequestHeaders.Add("Accept-Language", "de, en;q=0.8, ru;q=0.5");
        using var english = new ApiClient(http);

        var problem = (await english.GetAsync("nothing")).Refuses(HttpStatusCode.NotFound, "path-unknown");
        Assert.Equal("There is nothing at this address.", problem.Text("detail"));

        using var answer = await http.GetAsync(new Uri(problem.Text("type"), UriKind.Relative), TestContext.Current.CancellationToken);
        var type = await ApiAnswer.ReadAsync(answer, TestContext.Current.CancellationToken);
        Assert.Equal((problem.Text("type"), 404), (type.Is(HttpStatusCode.OK).Text("type"), type.Number("status")));
    }

    [Fact]
    public async Task A_page_of_another_site_may_ask()
    {
        var (site, _) = await OpenAsync(Store.Sqlite);
        await using var __ = site;
        using var http = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri("/api/v1/mint/bookings", UriKind.Relative));
        request.Headers.Add("Origin", "https://salon.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "idempotency-key,content-type");

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }
}
