using System.Globalization;

namespace Kabinet.Load;

/// <summary>Something that the one who runs it can put right.</summary>
internal sealed class LoadException(string message) : Exception(message);

/// <param name="Application">The published application's Kabinet.Web.dll.</param>
/// <param name="Folder">Where data sets are made and kept.</param>
/// <param name="Bookings">The sizes of the data set, the first to compare the others with.</param>
/// <param name="Rounds">How often each address is asked in turn.</param>
/// <param name="Seconds">How long each time.</param>
internal sealed record LoadOptions(string Application, string Folder, IReadOnlyList<int> Bookings, int Rounds, int Seconds, int Port)
{
    /// <summary>The connection string of an empty PostgreSQL database for two nodes; null: one server over SQLite is measured.</summary>
    public string? Nodes { get; init; }

    public const string Help = """
        Usage: bin/bench load [options]

          --bookings N[,N…]  the sizes of the data set (20000,200000)
          --rounds N         how often each address is asked in turn (7)
          --seconds N        how long each time (2)
          --port N           of the first server under test (5190); each size has its own, side by side
        """;

    public static LoadOptions Read(string[] args)
    {
        var options = new LoadOptions("", "", [20_000, 200_000], 7, 2, 5190);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length) throw new LoadException($"{args[i]} needs a value; see bin/bench load --help");
            options = options.With(args[i], args[i + 1]);
        }
        return options;
    }

    private LoadOptions With(string name, string value) => name switch
    {
        "--application" => this with { Application = value },
        "--folder" => this with { Folder = value },
        "--bookings" => this with { Bookings = [.. value.Split(',').Select(part => Number(name, part))] },
        "--rounds" => this with { Rounds = Number(name, value) },
        "--seconds" => this with { Seconds = Number(name, value) },
        "--nodes" => this with { Nodes = value },
        "--port" => this with { Port = Number(name, value) },
        _ => throw new LoadException($"there is no option {name}; see bin/bench load --help"),
    };

    private static int Number(string name, string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new LoadException($"{name} takes a number above 0, not '{text}'");
}
