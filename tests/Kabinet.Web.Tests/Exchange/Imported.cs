using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Kabinet.Data;
using Kabinet.Exchange.Import;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Kabinet.Web.Tests.Exchange;

/// <summary>A small company file to change and import, as on Monday, 2 March 2026, 9:00 in Moscow: a barber with two chairs.</summary>
internal static class Imported
{
    public static readonly Instant Now = Salon.At("09:00");

    /// <summary>Right in everything. Boris cuts hair, the hall takes two, two orders stand on Tuesday.</summary>
    public static JsonNode File() => JsonNode.Parse("""
        {
          "company": { "address": "barber", "name": "Цирюльня", "timeZone": "Europe/Moscow" },
          "schedules": [ { "id": 1, "name": "Пятидневка", "kind": "fiveDay", "intervals": [["10:00", "19:00"]] } ],
          "resources": [
            { "id": "boris", "name": "Борис", "schedule": 1 },
            { "id": "hall", "name": "Зал", "schedule": 1, "capacity": 2 } ],
          "services": [ { "id": "cut", "name": "Стрижка", "duration": 60, "price": 1500, "bufferAfter": 10, "performers": ["boris", "hall"] } ],
          "customers": [ { "id": "maria", "name": "Мария", "phone": "8 916 123-45-67" }, { "id": 2, "name": "Пётр" } ],
          "workOrders": [
            { "customer": "maria", "resource": "boris", "start": "2026-03-03T10:00", "services": ["cut"] },
            { "customer": 2, "resource": "boris", "start": "2026-03-03T12:00", "services": ["cut"] } ]
        }
        """)!;

    /// <summary>The file with one value changed, added or, by null, removed.</summary>
    /// <param name="path">workOrders[1].start.</param>
    public static JsonNode With(string path, string? json)
    {
        var file = File();
        var steps = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        var place = steps[..^1].Aggregate(file, (node, step) => node is JsonArray array ? array[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step] ??= new JsonObject());
        if (place is JsonArray list) list[int.Parse(steps[^1], CultureInfo.InvariantCulture)] = JsonNode.Parse(json!);
        else if (json is null) place.AsObject().Remove(steps[^1]);
        else place[steps[^1]] = JsonNode.Parse(json);
        return file;
    }

    public static (CheckedFile? File, IReadOnlyList<string> Problems) Read(JsonNode file)
    {
        var read = ImportCompany.Read(Encoding.UTF8.GetBytes(file.ToJsonString()), Now, out var problems);
        return (read, [.. problems.Select(problem => problem.ToString())]);
    }

    public static async Task<ImportOutcome> IntoAsync(ServiceProvider node, JsonNode file, CancellationToken cancel)
    {
        var (read, problems) = Read(file);
        return read is null
            ? throw new InvalidOperationException(string.Join('\n', problems))
            : await new ImportCompany(node.GetRequiredService<Databases>(), node.GetRequiredService<IClock>()).RunAsync(read, _ => { }, null, cancel);
    }

    public static async Task<ServiceProvider> NodeAsync(TestDatabase database, CancellationToken cancel)
    {
        var node = Salon.Node(database.Choice, new FakeTimeProvider(Now.ToDateTimeOffset()));
        await node.GetRequiredService<StartUp>().RunAsync(cancel);
        return node;
    }
}
