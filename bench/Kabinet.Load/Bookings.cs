using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kabinet.Load;

/// <summary>Clients who book by the API, each a time of his own: what one booking costs the server, its message to the client included.</summary>
internal sealed class Bookings(Server server) : IDisposable
{
    // A booking runs ten times the code of a question: only after a thousand is all of it compiled that will be.
    private const int AtOnce = 4, WarmUp = 1500, Measured = 200;

    // Until what was written to the outbox has been sent.
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(6);

    private readonly HttpClient http = new() { BaseAddress = new Uri(server.Address + $"/api/v1/{DataSet.Address}/") };
    private Queue<Wish> free = [];
    private int clients;

    /// <summary>Finds the times that so many rounds will take, and warms the server up.</summary>
    public async Task PrepareAsync(int rounds)
    {
        free = new(await FreeAsync(WarmUp + (rounds * Measured)));
        await BookAsync(WarmUp);
        await Task.Delay(Afterwards);
    }

    /// <summary>One round: milliseconds of processor time for a confirmed booking.</summary>
    public async Task<double> CostAsync()
    {
        var before = server.CpuSeconds;
        await BookAsync(Measured);
        await Task.Delay(Afterwards);
        return (server.CpuSeconds - before) * 1000 / Measured;
    }

    public void Dispose() => http.Dispose();

    private sealed record Wish(int Service, int Resource, string Start);

    /// <summary>Times that do not overlap: a service of half an hour, half-hour after half-hour, on every day of every specialist.</summary>
    private async Task<IReadOnlyList<Wish>> FreeAsync(int wanted)
    {
        var service = (await GetAsync("services")).GetProperty("services").EnumerateArray().First(one => one.GetProperty("duration").GetInt32() == 30).GetProperty("id").GetInt32();
        var resources = (await GetAsync("resources")).GetProperty("resources").EnumerateArray().Select(one => one.GetProperty("id").GetInt32()).ToList();
        List<Wish> found = [];
        foreach (var resource in resources)
        {
            var days = (await GetAsync($"days?service={service}&resource={resource}")).GetProperty("days").EnumerateArray();
            foreach (var day in days.Where(day => day.GetProperty("free").GetInt32() > 0).Select(day => day.GetProperty("date").GetString()!))
            {
                var slots = (await GetAsync($"slots?service={service}&resource={resource}&date={day}")).GetProperty("slots").EnumerateArray();
                DateTimeOffset? last = null;
                foreach (var start in slots.Select(slot => slot.GetProperty("start").GetDateTimeOffset()))
                {
                    if (last is { } before && start - before < TimeSpan.FromMinutes(30)) continue;
                    found.Add(new Wish(service, resource, start.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)));
                    last = start;
                }
            }
        }
        if (found.Count < wanted) throw new LoadException($"only {found.Count} free times for {wanted} bookings");
        var chance = new Random(7);
        return [.. found.OrderBy(_ => chance.Next())];
    }

    private Task BookAsync(int count) =>
        Parallel.ForEachAsync([.. Enumerable.Range(0, count).Select(_ => free.Dequeue())], new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (Wish wish, CancellationToken cancel) => await BookAsync(wish, cancel));

    private async Task BookAsync(Wish wish, CancellationToken cancel)
    {
        var number = Interlocked.Increment(ref clients);
        using var request = new HttpRequestMessage(HttpMethod.Post, "bookings")
        {
            Content = JsonContent.Create(new
            {
                services = (int[])[wish.Service],
                resource = wish.Resource,
                start = wish.Start,
                client = new { name = $"Новый клиент {number}", phone = $"+7995{number:0000000}" },
                remindBefore = 120,
                consent = new { version = 1, advertising = false },
            }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var response = await http.SendAsync(request, cancel);
        if (!response.IsSuccessStatusCode) throw new LoadException($"{wish} was refused: {await response.Content.ReadAsStringAsync(cancel)}");
    }

    private Task<JsonElement> GetAsync(string path) => http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));
}
