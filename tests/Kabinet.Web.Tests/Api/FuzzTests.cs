using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Kabinet.Staff;
using Kabinet.Web.Tests.Staff;
using Xunit;

namespace Kabinet.Web.Tests.Api;

/// <summary>
/// A hundred thousand spoilt requests: whatever comes, the answer is an answer, soon, and nothing stays behind. FUZZ_SEED=n tries others.
/// </summary>
[Collection(nameof(Alone))]
public class FuzzTests(PostgresCluster postgres) : ApiTest(postgres)
{
    private const int Clients = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<int, int> statuses = new();

    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("FUZZ_SEED"), out var seed) ? seed : 2026;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite, 80_000)]
    [InlineData(Store.Postgres, 20_000)]
    public async Task Spoilt_requests_are_refused_and_leave_no_trace(Store store, int count)
    {
        var (site, api) = await OpenAsync(store, ("api:readsPerMinute", "0"), ("api:writesPerMinute", "0"), ("Logging:LogLevel:Default", "Error"));
        await using var _ = site;
        var right = await RightAsync(site, api);

        // The first part fills the pools and caches; what grows after it grows for ever.
        await SendAsync(site, right, count / 4, Seed);
        var before = Memory();
        await SendAsync(site, right, count - count / 4, Seed + Clients);
        var grown = Memory() - before;

        // They are spoilt, not noise: every part of the application got its share.
        foreach (var status in new[] { 200, 201, 400, 401, 404, 405, 409, 415, 422 }) Assert.True(statuses.GetValueOrDefault(status) > count / 1000, $"{status}: {string.Join(", ", statuses.OrderBy(one => one.Key))}");
        Assert.True(grown < 24 << 20, $"{grown >> 10} KiB more after {count} requests, seed {Seed}");
        (await api.GetAsync("")).Is(HttpStatusCode.OK);
        await BookAsync(site, api, "2026-03-05T12:00");
    }

    [Fact]
    public async Task Bytes_that_are_no_request_do_not_disturb_the_others()
    {
        var (site, api) = await OpenAsync(Store.Sqlite);
        await using var _ = site;
        var random = new Random(Seed);
        using var http = site.CreateClient();
        var address = http.BaseAddress!;

        for (var i = 0; i < 500; i++)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(address.Host, address.Port, Cancel);
            var bytes = new byte[random.Next(1, 2000)];
            random.NextBytes(bytes);
            var head = i % 3 == 0 ? "" : $"POST /api/v1/mint/bookings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {random.Next(0, 4000)}\r\n{(i % 3 == 1 ? "\r\n" : "")}";
            await socket.GetStream().WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. bytes], Cancel);
        }

        (await api.GetAsync("")).Is(HttpStatusCode.OK);
    }

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private Task SendAsync(SalonSite site, IReadOnlyList<RawRequest> right, int count, int seed) =>
        Task.WhenAll(Enumerable.Range(seed, Clients).Select(one => Task.Run(() => SendAsync(site, new Mangler(one, right), count / Clients))));

    private async Task SendAsync(SalonSite site, Mangler mangler, int count)
    {
        using var http = site.CreateClient();
        http.Timeout = Patience;
        for (var i = 0; i < count; i++) await SendAsync(http, mangler.Next());
    }

    private async Task SendAsync(HttpClient http, RawRequest raw)
    {
        // Sent as it is written, dots and percents and all.
        var address = new Uri(http.BaseAddress!.GetLeftPart(UriPartial.Authority) + raw.Path.Replace(' ', '+').Replace("\t", "%09"), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(new HttpMethod(raw.Method), address);
        if (raw.Body is not null) request.Content = new ByteArrayContent(raw.Body) { Headers = { ContentType = MediaTypeHeaderValue.TryParse(raw.MediaType, out var type) ? type : null } };
        foreach (var (name, value) in raw.Headers)
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content?.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var answer = await http.SendAsync(request, Cancel);
            await CheckAsync(raw, answer);
        }
        catch (HttpRequestException exception)
        {
            // The client's own stack would not send such a header.
            Assert.True(raw.Headers.Any(header => header.Value.Any(letter => letter > '~')), $"{Told(raw)}\n{exception}");
        }
    }

    private async Task CheckAsync(RawRequest raw, HttpResponseMessage answer)
    {
        statuses.AddOrUpdate((int)answer.StatusCode, 1, (_, count) => count + 1);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        string ToldWithAnswer() => $"{Told(raw)}\n→ {(int)answer.StatusCode} {text}";
        Assert.True((int)answer.StatusCode < 500, ToldWithAnswer());
        // Dots lead out of the API, to the pages.
        var isApi = raw.Path.StartsWith("/api/", StringComparison.Ordinal) && !raw.Path.Contains("..", StringComparison.Ordinal) && !raw.Path.Contains("%2e%2e", StringComparison.Ordinal);
        if ((int)answer.StatusCode < 400 || raw.Method == "HEAD" || !isApi) return;
        // A request that Kestrel could not read never came to the application.
        if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestUriTooLong or HttpStatusCode.RequestHeaderFieldsTooLarge && text.Length == 0) return;
        Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", ToldWithAnswer());
        using var problem = JsonDocument.Parse(text);
        Assert.StartsWith("/api/problems/", problem.RootElement.GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    private static string Told(RawRequest raw) =>
        $"{raw.Method} {raw.Path} {string.Join(' ', raw.Headers)} {raw.MediaType}\n{(raw.Body is null ? "" : Convert.ToBase64String(raw.Body))}";

    /// <summary>A right request of every kind.</summary>
    private static async Task<IReadOnlyList<RawRequest>> RightAsync(SalonSite site, ApiClient api)
    {
        var (id, token) = await BookAsync(site, api);
        var mint = site.Salon.Company;
        var wanted = KeyMaking.Form("Чужая программа", ApiAccess.All);
        wanted.RequestsPerMinute = ApiKey.MaxRequestsPerMinute;
        var key = await site.Salon.MakeKeyAsync(await site.Salon.OlgaAtDeskAsync(), wanted);
        (string, string)[] keyed = [("Authorization", "Bearer " + key.Secret)];
        (string, string)[] opened = [("Authorization", "Bearer " + token)];
        int[] noKind = [471147];
        byte[] Json(object value) => JsonSerializer.SerializeToUtf8Bytes(value);
        return
        [
            new("GET", "/api/v1/mint/", [], null),
            new("GET", "/api/v1/mint/services?resource=" + mint.Anna, [], null),
            new("GET", "/api/v1/mint/resources?service=" + mint.Haircut, [], null),
            new("GET", $"/api/v1/mint/days?service={mint.Haircut}&resource={mint.Anna}&from=2026-03-02&to=2026-03-20", [], null),
            new("GET", $"/api/v1/mint/slots?service={mint.Haircut}&service={mint.Massage}&resource=any&date=2026-03-04", [], null),
            new("POST", "/api/v1/mint/bookings", [("Idempotency-Key", NewKey())], Json(Booking(site, "2026-03-04T12:00"))),
            new("GET", $"/api/v1/mint/bookings/{id}", opened, null),
            new("PATCH", $"/api/v1/mint/bookings/{id}", opened, Json(new { start = "2026-03-03T16:00", remindBefore = 60 })),
            new("POST", $"/api/v1/mint/bookings/{id}/cancellation", opened, Json(new { reason = "illness" })),
            new("POST", "/api/v1/mint/codes", [], Json(new { phone = "+79161234567" })),
            new("POST", $"/api/v1/mint/codes/{Guid.NewGuid()}", [], Json(new { code = "123456" })),
            new("GET", "/api/v1/mint/customers?q=%D0%BC%D0%B0%D1%80%D0%B8%D1%8F&phone=%2B79161234567&page=1", keyed, null),
            new("POST", "/api/v1/mint/customers", keyed, Json(new { name = "Пётр", phone = "+79167654321", email = "petr@example.ru" })),
            new("PATCH", "/api/v1/mint/customers/1", keyed, Json(new { name = "Пётр", phone = (string?)null })),
            new("GET", $"/api/v1/mint/work-orders?view=new&q=%D0%BC%D0%B0%D1%80%D0%B8%D1%8F&customer=1&state=1&resource={mint.Anna}&service={mint.Haircut}&from=2026-03-02&to=2026-03-20&actuality=not-closed&payment=paid&source=cabinet&sort=-start&page=1", keyed, null),
            new("GET", $"/api/v1/mint/work-orders/{id}", keyed, null),
            new("POST", "/api/v1/mint/work-orders", [.. keyed, ("Idempotency-Key", NewKey())], Json(new { services = new[] { mint.Haircut }, resource = "any", start = "2028-03-07T12:00", client = new { name = "Пётр", phone = "+79167654321" }, comment = "У окна", remindBefore = 60 })),
            new("PATCH", $"/api/v1/mint/work-orders/{id}", keyed, Json(new { revision = 1, start = "2028-03-08T16:00", finish = "2028-03-08T17:00", resource = mint.Katya, comment = "Позже" })),
            // Of a kind that is not there: a catalogue of thousands would be a leak of the test's own making.
            new("GET", "/api/v1/mint/services/all?archived=true", keyed, null),
            new("POST", "/api/v1/mint/services", keyed, Json(new { name = "Укладка", duration = 30, price = 1500.5, bufferAfter = 5, performers = new[] { mint.Katya }, neededKinds = noKind, isOfferedOnline = false })),
            new("PATCH", $"/api/v1/mint/services/{mint.Stretching}", keyed, Json(new { name = "Растяжка", description = "Мягко", group = (int?)null, price = (decimal?)null, duration = 45, position = 7 })),
            new("GET", "/api/v1/mint/resources/all", keyed, null),
            new("POST", "/api/v1/mint/resources", keyed, Json(new { name = "Вера", speciality = "Стилист", photo = "/people/vera.jpg", capacity = 2, kinds = noKind, isOfferedOnline = false })),
            new("PATCH", $"/api/v1/mint/resources/{mint.YogaHall}", keyed, Json(new { name = "Зал", capacity = 3, isArchived = false })),
            new("GET", "/api/problems/time-taken", [], null),
        ];
    }
}
