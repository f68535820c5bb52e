using System.Net.Http.Json;
using System.Text.Json;

namespace Kabinet.Load;

/// <summary>A figure and its limit.</summary>
/// <param name="Bookings">The size of the data set.</param>
/// <param name="Cost">In <paramref name="Unit"/>.</param>
/// <param name="Limit">Null: none, it is there to compare with.</param>
internal sealed record Figure(int Bookings, string Name, double Cost, string Unit, double? Limit, double? Microseconds = null);

/// <summary>One size of the data set: made, served, asked and booked.</summary>
internal sealed class Run(LoadOptions options, int bookings)
{
    private const string Api = $"/api/v1/{DataSet.Address}", Empty = "/health";

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        Say("making the data set");
        var data = await PrepareAsync();
        using var server = await Server.StartAsync(options.Application, data, options.Port);
        var questions = await QuestionsAsync(server);
        Say("warming up");
        foreach (var (_, path, _) in questions) await Wrk.CostAsync(server, path, 3);
        var resting = await RestAsync(server);

        List<Figure> figures = [.. await AskAsync(server, questions)];
        Say("booking");
        using var clients = new Bookings(server);
        figures.Add(new Figure(bookings, "POST /bookings", await clients.CostAsync(options.Rounds), "ms", 3));
        figures.Add(new Figure(bookings, "memory at rest", resting, "MB", 150));
        figures.Add(new Figure(bookings, "memory under load", server.PeakMegabytes, "MB", 300));
        return figures;
    }

    /// <summary>A copy of the day's data set, which bookings will change.</summary>
    private async Task<string> PrepareAsync()
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
        var data = Path.Combine(options.Folder, "served");
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        Directory.CreateDirectory(data);
        foreach (var file in Directory.GetFiles(kept)) File.Copy(file, Path.Combine(data, Path.GetFileName(file)));
        return data;
    }

    private static async Task<IReadOnlyList<(string Name, string Path, double? Limit)>> QuestionsAsync(Server server)
    {
        using var http = new HttpClient { BaseAddress = new Uri(server.Address) };
        var resource = await FirstIdAsync(http, "resources");
        var service = await FirstIdAsync(http, "services");
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return
        [
            ("empty endpoint", Empty, null),
            ("GET /slots of one", $"{Api}/slots?service={service}&resource={resource}&date={day}", 3),
            ("GET /slots of any", $"{Api}/slots?service={service}&resource=any&date={day}", 3),
            ("GET /days of one", $"{Api}/days?service={service}&resource={resource}", 3),
            ("GET /days of any", $"{Api}/days?service={service}&resource=any", 3),
            ("GET /resources", $"{Api}/resources", 5),
            ("GET /resources of a service", $"{Api}/resources?service={service}", 5),
            ("resource page", $"/{DataSet.Address}/new/resources", 8),
            ("resource page of a service", $"/{DataSet.Address}/new/resources?service={service}", 8),
        ];
    }

    private static async Task<int> FirstIdAsync(HttpClient http, string list) =>
        (await http.GetFromJsonAsync<JsonElement>(new Uri($"{Api}/{list}", UriKind.Relative))).GetProperty(list)[0].GetProperty("id").GetInt32();

    private static async Task<double> RestAsync(Server server)
    {
        await Task.Delay(TimeSpan.FromSeconds(10));
        return server.ResidentMegabytes;
    }

    /// <summary>All in turn, again and again: the least disturbed of each is taken, and its ratio to that of the empty endpoint.</summary>
    private async Task<IEnumerable<Figure>> AskAsync(Server server, IReadOnlyList<(string Name, string Path, double? Limit)> questions)
    {
        var costs = questions.ToDictionary(question => question.Name, _ => new List<double>());
        for (var round = 1; round <= options.Rounds; round++)
        {
            Say($"round {round} of {options.Rounds}");
            foreach (var (name, path, _) in questions) costs[name].Add(await Wrk.CostAsync(server, path, options.Seconds));
        }
        var empty = costs[questions[0].Name].Min();
        return questions.Select(question => new Figure(bookings, question.Name, costs[question.Name].Min() / empty, "×", question.Limit, costs[question.Name].Min()));
    }

    private void Say(string what) => Console.Error.WriteLine($"{bookings:N0} bookings: {what}");
}
