using System.Globalization;
using Kabinet.Starting;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Kabinet.Data;

/// <summary>
/// Puts a backup in the place of the embedded database. The copy is made and examined beside it; what was there before is kept; then one
/// renaming changes the one for the other. Killed at any moment, the folder has the old database or the new one.
/// </summary>
/// <param name="database">In a folder that the caller has to itself: see <see cref="FolderLock"/>.</param>
internal sealed class Restore(string database, IReadOnlyCollection<string> knownMigrations)
{
    private readonly string aside = $"{database}.restoring";

    /// <summary>Where the database before is kept; null: there was none.</summary>
    /// <exception cref="StartException">The file is no backup that this version can use; nothing was changed.</exception>
    public async Task<string?> RunAsync(string file, Instant now, CancellationToken cancel)
    {
        try
        {
            await CopyAsync(file, cancel);
            await ExamineAsync(file, cancel);
            var kept = File.Exists(database) ? await KeepAsync(now, cancel) : null;
            SqliteFile.Flush(aside);
            File.Move(aside, database, overwrite: true);
            return kept;
        }
        finally
        {
            Remove(aside);
        }
    }

    private async Task CopyAsync(string file, CancellationToken cancel)
    {
        // Of a restore that was killed.
        Remove(aside);
        if (!await SqliteFile.HasHeaderAsync(file, cancel)) throw new StartException($"{file} is no backup: it is no SQLite database");
        File.Copy(file, aside);
        // Somebody's own copy of a database in use: its last commits stand beside it.
        if (File.Exists(file + SqliteFile.Beside[0])) File.Copy(file + SqliteFile.Beside[0], aside + SqliteFile.Beside[0]);
    }

    private async Task ExamineAsync(string file, CancellationToken cancel)
    {
        try
        {
            await using var copy = await SqliteFile.OpenAsync(aside, cancel);
            await copy.FoldAsync(cancel);
            if (!await IsOursAsync(copy, cancel)) throw new StartException($"{file} is no backup of Kabinet: it is another program's database");
            if (await copy.DamageAsync(cancel) is { } damage) throw new StartException($"{file} is damaged: {damage}");
            var migrations = await copy.QueryAsync("SELECT migration_id FROM \"__EFMigrationsHistory\" ORDER BY 1", cancel);
            if (migrations.Except(knownMigrations).LastOrDefault() is { } unknown)
                throw new StartException($"{file} is from a newer version of Kabinet, which has {unknown}; install that version first");
            await copy.QueryAsync($"PRAGMA application_id = {SqliteFile.ApplicationId}", cancel);
        }
        catch (SqliteException exception)
        {
            throw new StartException($"{file} is {(exception.SqliteErrorCode == NoSuchColumn ? "no backup of Kabinet" : "damaged")}: {exception.Message}", exception);
        }
    }

    /// <summary>By its mark, or, where another tool copied it, by its tables.</summary>
    private static async Task<bool> IsOursAsync(SqliteConnection copy, CancellationToken cancel)
    {
        var mark = (await copy.QueryAsync("SELECT CAST(application_id AS TEXT) FROM pragma_application_id", cancel))[0];
        var tables = await copy.QueryAsync("SELECT name FROM sqlite_master WHERE type = 'table'", cancel);
        string[] wanted = ["__EFMigrationsHistory", "companies", "work_orders", "occupied_ranges"];
        return (mark == "0" || mark == SqliteFile.ApplicationId.ToString(CultureInfo.InvariantCulture)) && wanted.All(tables.Contains);
    }

    /// <summary>A copy, not a renaming: until the new one is there, the old one is.</summary>
    private async Task<string> KeepAsync(Instant now, CancellationToken cancel)
    {
        var kept = $"{database}.before-restore-{now.ToString("uuuuMMdd'-'HHmmss", CultureInfo.InvariantCulture)}";
        for (var name = (Path: kept, Number: 2); File.Exists(kept); name.Number++) kept = $"{name.Path}-{name.Number}";
        try
        {
            await using var old = await SqliteFile.OpenAsync(database, cancel);
            // What is beside a database belongs to it alone: read with another one, it would destroy that.
            await old.FoldAsync(cancel);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == Busy)
        {
            throw new StartException($"{database} is in use by another program; stop that first", exception);
        }
        catch (SqliteException)
        {
            // Damaged, which may be why a backup is wanted: it is kept as it is, with all its files.
            if (File.Exists(database + SqliteFile.Beside[0])) File.Copy(database + SqliteFile.Beside[0], kept + SqliteFile.Beside[0]);
        }
        File.Copy(database, kept);
        foreach (var suffix in SqliteFile.Beside) File.Delete(database + suffix);
        return kept;
    }

    /// <summary>SQLite's codes.</summary>
    private const int NoSuchColumn = 1, Busy = 5;

    private static void Remove(string file)
    {
        foreach (var name in SqliteFile.Beside.Append("-journal").Select(suffix => file + suffix).Append(file)) File.Delete(name);
    }
}
