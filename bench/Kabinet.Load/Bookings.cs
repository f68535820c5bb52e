using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kabinet.Load;

/// <summary>Clients who book by the API, each a time of his own: what one booking costs the server, its message to the client included.</summary>
internal sealed class Bookings(Server server) : IDisposable
{
    // A booking runs ten times the code of a question: only after a thousand is all of it compiled that will be.
    private const int AtOnce = 4, WarmUp = 1500, Measured = 600;

    // Until what was written to the outbox has been sent.
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(6);

    private readonly HttpClient http = new() { BaseAddress = new Uri(server.Address + $"/api/v1/{DataSet.Address}/") };
    private int clients;

    /// <summary>Milliseconds of processor time for a confirmed booking: the least of several rounds.</summary>
    public async Task<double> CostAsync(int rounds)
    {
        var free = new Queue<Wish>(await FreeAsync(WarmUp + (rounds * Measured / 3)));
        await BookAsync([.. Take(free, WarmUp)]);
        await Task.Delay(Afterwards);
        List<double> costs = [];
        for (var round = 0; round < rounds; round++)
        {
            var before = server.CpuSeconds;
            await BookAsync([.. Take(free, Measured / 3)]);
            await Task.Delay(Afterwards);
            costs.Add((server.CpuSeconds - before) * 1000 / (Measured / 3));
        }
        return costs.Min();
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

    private static IEnumerable<Wish> Take(Queue<Wish> free, int count) => Enumerable.Range(0, count).Select(_ => free.Dequeue());

    private Task BookAsync(IReadOnlyList<Wish> wishes) =>
        Parallel.ForEachAsync(wishes, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (wish, cancel) => await BookAsync(wish, cancel));

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
