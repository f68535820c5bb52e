using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kabinet.Load;

/// <summary>
/// Two servers over one PostgreSQL database: how long a time that was booked on one is still offered by the other. The other is asked just before, so that its
/// copy is as fresh, and is trusted as long, as it can be.
/// </summary>
/// <param name="options">Of which the first size is taken.</param>
/// <param name="database">The connection string of an empty database.</param>
internal sealed class Nodes(LoadOptions options, string database)
{
    private const int Booked = 60;
    private const double Limit = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5), Patience = TimeSpan.FromSeconds(30);

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var bookings = options.Bookings[0];
        Contender.Say($"{bookings:N0} bookings: into PostgreSQL");
        var file = Path.Combine(options.Folder, "nodes.json");
        new DataSet(bookings, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)).Write(file);
        await Server.RunAsync(options.Application, "import", file, "--database", database);
        using var one = await Server.StartAsync(options.Application, ["--database", database], options.Port);
        using var other = await Server.StartAsync(options.Application, ["--database", database], options.Port + 1);
        using var first = Client(one);
        using var second = Client(other);

        var service = await FirstIdAsync(first, "services");
        var resource = await FirstIdAsync(first, "resources");
        Contender.Say("booking on one, asking the other");
        List<double> delays = [];
        // The nodes change places each time.
        for (var number = 0; number < Booked; number++)
        {
            delays.Add(number % 2 == 0 ? await DelayAsync(first, second, service, resource, number) : await DelayAsync(second, first, service, resource, number));
        }
        delays.Sort();
        return
        [
            new Figure(bookings, $"two nodes, the median of {Booked}", delays[Booked / 2], "ms", null),
            new Figure(bookings, "two nodes, the longest", delays[^1], "ms", Limit),
        ];
    }

    private static HttpClient Client(Server server) => new() { BaseAddress = new Uri(server.Address + $"/api/v1/{DataSet.Address}/") };

    /// <summary>Milliseconds from the answer to the booking on one node until the other no longer offers the time.</summary>
    private static async Task<double> DelayAsync(HttpClient booking, HttpClient asked, int service, int resource, int number)
    {
        var day = (await GetAsync(booking, $"days?service={service}&resource={resource}")).GetProperty("days").EnumerateArray()
            .First(day => day.GetProperty("free").GetInt32() > 0).GetProperty("date").GetString();
        var slots = $"slots?service={service}&resource={resource}&date={day}";
        var start = (await GetAsync(asked, slots)).GetProperty("slots")[0].GetProperty("start").GetString()!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "bookings")
        {
            Content = JsonContent.Create(new
            {
                services = (int[])[service],
                resource,
                start,
                client = new { name = $"Новый клиент {number}", phone = $"+7996{number:0000000}" },
                consent = new { version = 1, advertising = false },
            }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var response = await booking.SendAsync(request);
        var since = Stopwatch.StartNew();
        if (response.StatusCode != HttpStatusCode.Created) throw new LoadException($"{start} was refused: {await response.Content.ReadAsStringAsync()}");
        while ((await GetAsync(asked, slots)).GetProperty("slots").EnumerateArray().Any(slot => slot.GetProperty("start").GetString() == start))
        {
            if (since.Elapsed > Patience) throw new LoadException($"the other node still offers {start} after {Patience.TotalSeconds} s");
            await Task.Delay(Pause);
        }
        return since.Elapsed.TotalMilliseconds;
    }

    private static async Task<int> FirstIdAsync(HttpClient http, string list) => (await GetAsync(http, list)).GetProperty(list)[0].GetProperty("id").GetInt32();

    private static Task<JsonElement> GetAsync(HttpClient http, string path) => http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));
}
