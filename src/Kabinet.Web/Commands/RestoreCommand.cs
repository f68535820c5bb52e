using System.CommandLine;
using Kabinet.Data;
using Kabinet.Starting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Commands;

/// <summary>kabinet restore FILE: a backup in the place of the database.</summary>
internal static class RestoreCommand
{
    public static Command Create(CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "A backup" };
        var force = new Option<bool>("--force") { Description = "Replace a database that is there; it is kept beside as kabinet.db.before-restore-…" };
        var command = new ExplainedCommand("restore", "Put a backup in the place of the database")
        {
            More = """
                The server has to be stopped. A file that is no backup of Kabinet, is damaged or is from a newer version is refused; one from
                an older version is brought up at the next start. Stopped at any moment, the folder has the old database or the new one.

                PostgreSQL has its own tool for this: pg_restore.

                  kabinet restore /backup/kabinet-monday.db --data /var/lib/kabinet
                """,
        };
        command.Add(file);
        command.Add(force);
        command.SetAction((result, cancel) => RunAsync(Installation.Choice(result, common), result.GetRequiredValue(file), result.GetValue(force), cancel));
        return command;
    }

    private static async Task<int> RunAsync(DatabaseChoice choice, string file, bool force, CancellationToken cancel)
    {
        if (choice.File is not { } database) throw new StartException("this installation stands on PostgreSQL: restore it with pg_restore");
        if (!File.Exists(file)) throw new StartException($"there is no file {file}");
        if (SameFile.Is(file, database)) throw new StartException($"{file} is the database itself");
        var folder = StartOptions.Prepared(Path.GetDirectoryName(database)!);
        using var own = FolderLock.TryOwn(folder) ?? throw new StartException($"the data folder {folder} is in use; stop the server, and what else works on it, first");
        if (!force && File.Exists(database)) throw new StartException($"there is a database in {folder}; replace it with --force, it is kept beside");
        try
        {
            var kept = await new Restore(database, Migrations(choice)).RunAsync(file, Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()), cancel);
            Console.WriteLine($"Restored {database} from {file}{(kept is null ? "" : $"; what was there before is kept as {kept}")}");
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"cannot restore: {exception.Message}", exception);
        }
    }

    private static List<string> Migrations(DatabaseChoice choice)
    {
        using var databases = new Databases(choice);
        using var db = databases.Open();
        return [.. db.Database.GetMigrations()];
    }
}
