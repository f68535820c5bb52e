using Kabinet.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Web.Tests.Commands;

/// <summary>A temporary folder for an embedded database and what stands beside it.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kabinet-folder-").FullName;
    public DatabaseChoice Choice => DatabaseChoice.Sqlite(Path);
    public IEnumerable<string?> Files => Directory.EnumerateFiles(Path).Select(System.IO.Path.GetFileName).Order();

    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A database of this version with no company but one at this address.</summary>
    public async Task FillAsync(string slug, CancellationToken cancel)
    {
        using var databases = new Databases(Choice);
        await new StartUp(databases).RunAsync(cancel);
        await TestCompany.CreateAsync(databases, Salon.At("09:00"), slug);
        LetGo();
    }

    /// <summary>The addresses of its companies, in a database that is whole.</summary>
    public async Task<IReadOnlyList<string>> SlugsAsync(CancellationToken cancel)
    {
        using var databases = new Databases(Choice);
        await using var db = databases.Open();
        if (await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync(cancel) is not ["ok"]) throw new InvalidOperationException("The database is damaged");
        var slugs = await db.Companies.Select(company => company.Slug).Order().ToListAsync(cancel);
        await db.DisposeAsync();
        LetGo();
        return slugs;
    }

    public async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection($"Data Source={At("kabinet.db")};Pooling=false");
        await connection.OpenAsync(cancel);
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    public void Dispose()
    {
        LetGo();
        Directory.Delete(Path, recursive: true);
    }

    private void LetGo()
    {
        using var connection = new SqliteConnection(Choice.Connection);
        SqliteConnection.ClearPool(connection);
    }
}
