using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Kabinet.Data;

/// <summary>Which database this installation stands on: a SQLite file in the data folder, or PostgreSQL by its connection string.</summary>
public sealed record DatabaseChoice(string Connection, bool IsPostgres)
{
    private const string FileName = "kabinet.db";

    /// <summary>The embedded database; null: PostgreSQL.</summary>
    public string? File { get; private init; }

    public static DatabaseChoice Sqlite(string folder) => new(
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, FileName), ForeignKeys = true }.ToString(), false)
    {
        File = Path.Combine(folder, FileName),
    };

    public static DatabaseChoice Postgres(string connection) => new(connection, true);
}

/// <summary>Opens contexts, each for one operation. They come from a pool: a new one costs as much as several of its queries.</summary>
public sealed class Databases : IDisposable
{
    private readonly Func<AppDb> open;

    /// <summary>
    /// SQLite has one writer at a time; without a fair queue single writers starve for seconds under load. PostgreSQL needs none: there the
    /// company's row is the queue.
    /// </summary>
    private readonly SemaphoreSlim? writeGate;

    public Databases(DatabaseChoice choice)
    {
        if (choice.IsPostgres)
        {
            var options = new DbContextOptionsBuilder<PostgresAppDb>();
            Configure(options.UseNpgsql(choice.Connection, npgsql => npgsql.UseNodaTime()));
            open = new PooledDbContextFactory<PostgresAppDb>(options.Options).CreateDbContext;
        }
        else
        {
            writeGate = new SemaphoreSlim(1, 1);
            var options = new DbContextOptionsBuilder<SqliteAppDb>();
            Configure(options.UseSqlite(choice.Connection));
            open = new PooledDbContextFactory<SqliteAppDb>(options.Options).CreateDbContext;
        }
        IsPostgres = choice.IsPostgres;
    }

    public bool IsPostgres { get; }

    /// <summary>A context that sees one company's rows: named anew each time, for the pool knows nothing of companies.</summary>
    public AppDb Open(int companyId) => open().Of(companyId);

    /// <summary>A context that sees no company's rows until the filter is lifted by name.</summary>
    public AppDb Open() => Open(companyId: 0);

    internal async Task<IDisposable?> EnterWriteGateAsync(CancellationToken cancel)
    {
        if (writeGate is null) return null;
        await writeGate.WaitAsync(cancel);
        return new Leaving(writeGate);
    }

    public void Dispose() => writeGate?.Dispose();

    private static void Configure(DbContextOptionsBuilder options) => options.UseSnakeCaseNamingConvention();

    private sealed class Leaving(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
