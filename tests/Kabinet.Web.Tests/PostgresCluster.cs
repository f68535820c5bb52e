using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(Kabinet.Web.Tests.PostgresCluster))]

namespace Kabinet.Web.Tests;

/// <summary>
/// A private PostgreSQL server for this test process, started when the first database is asked for. Take it as a constructor parameter of a
/// test class. It listens on a socket in its own temporary folder, so there is no port to race for and no door for other users.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    // The shell that starts the server waits for the end of its input: it stops the server and removes the folder when the test process is
    // disposed of, crashes or is killed. It ignores the terminal's Ctrl+C in order to live long enough for that.
    private const string Life = """
        trap '' INT TERM HUP
        remove() { rm -rf "$folder"; }
        fail() { cat "$folder/log" >&2; remove; exit 1; }
        cd "$folder" || exit 1
        initdb --pgdata=data --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >log 2>&1 || fail
        cat >>data/postgresql.conf <<CONF
        listen_addresses = ''
        unix_socket_directories = '$folder'
        max_connections = 200
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        CONF
        pg_ctl --pgdata=data --log=log --wait start >>log 2>&1 || fail
        echo ready
        read -r _
        pg_ctl --pgdata=data --wait --mode=immediate stop >>log 2>&1
        remove
        """;

    private readonly Lazy<Task<Process>> shell;
    private string folder = "";
    private int databases;

    public PostgresCluster() => shell = new(StartAsync);

    /// <summary>Creates a database whose name begins with <paramref name="name"/> and returns its connection string.</summary>
    /// <param name="template">The database that it is a copy of, to which nothing may be connected; null: it is empty.</param>
    public async Task<string> CreateDatabaseAsync(string name, string? template = null)
    {
        await shell.Value;
        var number = Interlocked.Increment(ref databases).ToString(CultureInfo.InvariantCulture);
        var database = $"{name[..Math.Min(name.Length, 50)]}_{number}";

        await using var connection = new NpgsqlConnection(ConnectionString("postgres", pooling: false));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        var quoted = new NpgsqlCommandBuilder();
        command.CommandText = $"CREATE DATABASE {quoted.QuoteIdentifier(database)} TEMPLATE {quoted.QuoteIdentifier(template ?? "template0")}";
        await command.ExecuteNonQueryAsync();
        return ConnectionString(database, pooling: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (!shell.IsValueCreated || shell.Value.IsFaulted)
        {
            return;
        }

        using var process = await shell.Value;
        process.StandardInput.Close();
        await process.WaitForExitAsync();
    }

    // Many test classes share 200 connections: pools are small and let go soon.
    private string ConnectionString(string database, bool pooling) => new NpgsqlConnectionStringBuilder
    {
        Host = folder,
        Username = "postgres",
        Database = database,
        Pooling = pooling,
        MaxPoolSize = 30,
        ConnectionIdleLifetime = 10,
        ConnectionPruningInterval = 5,
        IncludeErrorDetail = true,
    }.ConnectionString;

    private async Task<Process> StartAsync()
    {
        var process = Process.Start(await LaunchAsync()) ?? throw new InvalidOperationException("sh did not start");
        var errors = process.StandardError.ReadToEndAsync();
        if (await process.StandardOutput.ReadLineAsync() != "ready")
        {
            throw new InvalidOperationException("PostgreSQL did not start: " + await errors);
        }

        return process;
    }

    private async Task<ProcessStartInfo> LaunchAsync()
    {
        var programs = FindPrograms();
        folder = Directory.CreateTempSubdirectory("kabinet-postgres-").FullName;
        // PostgreSQL refuses to run as root.
        List<string> command = ["sh", "-c", Life];
        if (Environment.IsPrivilegedProcess)
        {
            await Process.Start("chown", ["postgres:", folder]).WaitForExitAsync();
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", .. command];
        }

        return new ProcessStartInfo(command[0], command[1..])
        {
            Environment = { ["folder"] = folder, ["PATH"] = $"{programs}:{Environment.GetEnvironmentVariable("PATH")}" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    // Debian keeps the server's programs out of PATH.
    private static string FindPrograms()
    {
        const string debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(debian) ? Directory.GetDirectories(debian).OrderDescending().Select(version => version + "/bin") : [];
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(':') ?? [];
        return path.Concat(installed).FirstOrDefault(HasServer)
            ?? throw new InvalidOperationException("PostgreSQL is not installed: bin/test installs Debian's package postgresql as root");
    }

    private static bool HasServer(string directory) =>
        File.Exists(Path.Combine(directory, "initdb")) && File.Exists(Path.Combine(directory, "pg_ctl"));
}
