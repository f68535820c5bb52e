using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kabinet.Load;

/// <summary>An address of the server under test.</summary>
/// <param name="Limit">How many times the empty endpoint it may cost; null: it is the empty endpoint.</param>
internal sealed record Question(string Name, string Path, double? Limit);

/// <summary>One size of the data set: made, served, asked and booked, and what that cost.</summary>
internal sealed class Contender : IDisposable
{
    private const string Api = $"/api/v1/{DataSet.Address}", Empty = "/health";

    private readonly int bookings;
    private readonly Server server;
    private readonly Bookings clients;
    private readonly List<double>[] costs;
    private readonly List<double> bookingCosts = [];
    private int resting;

    private Contender(int bookings, Server server, IReadOnlyList<Question> questions)
    {
        (this.bookings, this.server, Questions) = (bookings, server, questions);
        clients = new Bookings(server);
        costs = [.. questions.Select(_ => new List<double>())];
    }

    public IReadOnlyList<Question> Questions { get; }

    public static async Task<Contender> StartAsync(LoadOptions options, int bookings, int port)
    {
        Say($"{bookings:N0} bookings: making the data set");
        var data = await PrepareAsync(options, bookings);
        var server = await Server.StartAsync(options.Application, ["--data", data], port);
        return new Contender(bookings, server, await QuestionsAsync(server));
    }

    public async Task WarmUpAsync()
    {
        Say($"{bookings:N0} bookings: warming up");
        foreach (var question in Questions) await Wrk.CostAsync(server, question.Path, 3);
    }

    /// <summary>To be called when nobody has asked for a while.</summary>
    public void Rest() => resting = server.ResidentMegabytes;

    public async Task AskAsync(int question, int seconds) => costs[question].Add(await Wrk.CostAsync(server, Questions[question].Path, seconds));

    public Task PrepareToBookAsync(int rounds)
    {
        Say($"{bookings:N0} bookings: warming up the booking");
        return clients.PrepareAsync(rounds);
    }

    public async Task BookAsync() => bookingCosts.Add(await clients.CostAsync());

    /// <summary>Of each question the least disturbed answer, and its ratio to that of the empty endpoint.</summary>
    public IEnumerable<Figure> Figures() =>
    [
        .. Questions.Select((question, i) => new Figure(bookings, question.Name, costs[i].Min() / costs[0].Min(), "×", question.Limit, costs[i].Min())),
        new Figure(bookings, "POST /bookings", bookingCosts.Min(), "ms", 3, bookingCosts.Min() * 1000),
        new Figure(bookings, "memory at rest", resting, "MB", 150),
        new Figure(bookings, "memory under load", server.PeakMegabytes, "MB", 300),
    ];

    public void Dispose()
    {
        clients.Dispose();
        server.Dispose();
    }

    public static void Say(string what) => Console.Error.WriteLine(what);

    /// <summary>A copy of the day's data set, which bookings will change.</summary>
    private static async Task<string> PrepareAsync(LoadOptions options, int bookings)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var kept = Path.Combine(options.Folder, $"{today:yyyy-MM-dd}-{bookings}");
        if (!Directory.Exists(kept))
        {
            var (file, made) = (kept + ".json", kept + ".new");
            if (Directory.Exists(made)) Directory.Delete(made, recursive: true);
            Directory.CreateDirectory(made);
            new DataSet(bookings, today).Write(file);
            await Server.RunAsync(options.Application, "import", file, "--data", made);
            Directory.Move(made, kept);
        }
        var data = Path.Combine(options.Folder, $"served-{bookings}");
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        Directory.CreateDirectory(data);
        foreach (var file in Directory.GetFiles(kept)) File.Copy(file, Path.Combine(data, Path.GetFileName(file)));
        return data;
    }

    private static async Task<IReadOnlyList<Question>> QuestionsAsync(Server server)
    {
        using var http = new HttpClient { BaseAddress = new Uri(server.Address) };
        var resource = await FirstIdAsync(http, "resources");
        var service = await FirstIdAsync(http, "services");
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return
        [
            new("empty endpoint", Empty, null),
            new("GET /slots of one", $"{Api}/slots?service={service}&resource={resource}&date={day}", 3),
            new("GET /slots of any", $"{Api}/slots?service={service}&resource=any&date={day}", 3),
            new("GET /days of one", $"{Api}/days?service={service}&resource={resource}", 3),
            new("GET /days of any", $"{Api}/days?service={service}&resource=any", 3),
            new("GET /resources", $"{Api}/resources", 5),
            new("GET /resources of a service", $"{Api}/resources?service={service}", 5),
            new("resource page", $"/{DataSet.Address}/new/resources", 8),
            new("resource page of a service", $"/{DataSet.Address}/new/resources?service={service}", 8),
        ];
    }

    private static async Task<int> FirstIdAsync(HttpClient http, string list) =>
        (await http.GetFromJsonAsync<JsonElement>(new Uri($"{Api}/{list}", UriKind.Relative))).GetProperty(list)[0].GetProperty("id").GetInt32();
}
