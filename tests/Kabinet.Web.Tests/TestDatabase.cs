using System.Reflection;
using Kabinet.Data;
using Microsoft.Data.Sqlite;
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

/// <summary>An empty database for one test: a file in a temporary folder, or one on the test process's own PostgreSQL server.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
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

    public ValueTask DisposeAsync()
    {
        if (Folder is null) return ValueTask.CompletedTask;
        using (var connection = new SqliteConnection(Choice.Connection)) SqliteConnection.ClearPool(connection);
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
