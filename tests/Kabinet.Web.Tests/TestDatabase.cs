using System.Reflection;
using Kabinet.Data;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Kabinet.Web.Tests;

public enum Store { Sqlite, Postgres }

/// <summary>Runs a theory once on each database: [Theory, OnBothDatabases].</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothDatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Store>().Select(store => new TheoryDataRow<Store>(store))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>A database for one test, empty at first: a file in a temporary folder, or one on the test process's own PostgreSQL server.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string FileName = "kabinet.db";

    private TestDatabase(DatabaseChoice choice, string? folder) => (Choice, Folder) = (choice, folder);

    public DatabaseChoice Choice { get; }

    /// <summary>The data folder; null on PostgreSQL.</summary>
    public string? Folder { get; }

    public static async Task<TestDatabase> CreateAsync(Store store, PostgresCluster postgres)
    {
        if (store == Store.Postgres) return new(DatabaseChoice.Postgres(await postgres.CreateDatabaseAsync("kabinet")), null);
        var folder = Directory.CreateTempSubdirectory("kabinet-").FullName;
        return new(DatabaseChoice.Sqlite(folder), folder);
    }

    /// <summary>What is in it now, to begin other databases with. Nothing may be connected to it.</summary>
    public async Task<Copy> CopyAsync(PostgresCluster postgres)
    {
        if (Folder is null) return new Copy(Choice, null, postgres);
        await using (var connection = new SqliteConnection(Choice.Connection))
        {
            await connection.OpenAsync();
            await using var checkpoint = new SqliteCommand("PRAGMA wal_checkpoint(TRUNCATE)", connection);
            await checkpoint.ExecuteNonQueryAsync();
        }
        return new Copy(Choice, await File.ReadAllBytesAsync(Path.Combine(Folder, FileName)), postgres);
    }

    public sealed class Copy(DatabaseChoice original, byte[]? file, PostgresCluster postgres)
    {
        public async Task<TestDatabase> CreateAsync()
        {
            if (file is null) return new(DatabaseChoice.Postgres(await postgres.CreateDatabaseAsync("kabinet", new NpgsqlConnectionStringBuilder(original.Connection).Database)), null);
            var database = await TestDatabase.CreateAsync(Store.Sqlite, postgres);
            await File.WriteAllBytesAsync(Path.Combine(database.Folder!, FileName), file);
            return database;
        }
    }

    public ValueTask DisposeAsync()
    {
        if (Folder is null) return ValueTask.CompletedTask;
        using (var connection = new SqliteConnection(Choice.Connection)) SqliteConnection.ClearPool(connection);
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
