using Microsoft.Data.Sqlite;

namespace Kabinet.Data;

/// <summary>An embedded database as a file: what a backup and its restoring need to know of it, without the model.</summary>
internal static class SqliteFile
{
    /// <summary>"Kbnt": the header of every backup names whose it is.</summary>
    public const int ApplicationId = 0x4b626e74;

    private static readonly byte[] Header = "SQLite format 3\0"u8.ToArray();

    /// <summary>Files that SQLite keeps beside the database while it is open; the first holds commits.</summary>
    public static readonly IReadOnlyList<string> Beside = ["-wal", "-shm"];

    public static async Task<bool> HasHeaderAsync(string file, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(file);
        var start = new byte[Header.Length];
        return await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel) == start.Length && start.AsSpan().SequenceEqual(Header);
    }

    /// <summary>A connection of its own, that leaves nothing open.</summary>
    public static async Task<SqliteConnection> OpenAsync(string file, CancellationToken cancel)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await connection.OpenAsync(cancel);
        return connection;
    }

    public static async Task<List<string>> QueryAsync(this SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        List<string> rows = [];
        while (await reader.ReadAsync(cancel)) rows.Add(reader.GetString(0));
        return rows;
    }

    /// <summary>All commits in the one file, nothing beside it: it can be copied, moved and read from a disk that cannot be written.</summary>
    public static Task FoldAsync(this SqliteConnection connection, CancellationToken cancel) => connection.QueryAsync("PRAGMA journal_mode = DELETE", cancel);

    /// <summary>On the disk, not only on its way there.</summary>
    public static void Flush(string file)
    {
        using var stream = File.Open(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>What is wrong with it, in SQLite's words on one line; null: nothing.</summary>
    public static async Task<string?> DamageAsync(this SqliteConnection connection, CancellationToken cancel)
    {
        var found = await connection.QueryAsync("PRAGMA integrity_check(1)", cancel);
        return found is ["ok"] ? null : (found.FirstOrDefault() ?? "no answer").ReplaceLineEndings(" ");
    }
}
