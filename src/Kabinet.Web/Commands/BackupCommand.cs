using System.CommandLine;
using System.Globalization;
using Kabinet.Data;
using Kabinet.Starting;

namespace Kabinet.Commands;

/// <summary>kabinet backup FILE: a copy of the embedded database, while it is in use.</summary>
internal static class BackupCommand
{
    public static Command Create(CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "Where the backup goes: one file, for which nothing has to be stopped" };
        var force = new Option<bool>("--force") { Description = "Replace a file that is there" };
        var command = new ExplainedCommand("backup", "Copy the database to a file, while the server runs")
        {
            More = """
                The copy is that of one moment, with everything that was confirmed before it. It is written aside, examined, and moved into
                place when it is whole: a backup that was stopped leaves no file under that name. Everything is in it, also the keys with
                which cookies are sealed and all that is known of clients: keep it as safe as the data folder.

                PostgreSQL has its own tool for this: pg_dump --format=custom.

                  kabinet backup /backup/kabinet-monday.db --data /var/lib/kabinet
                """,
        };
        command.Add(file);
        command.Add(force);
        command.SetAction((result, cancel) => RunAsync(Installation.Choice(result, common), Path.GetFullPath(result.GetRequiredValue(file)), result.GetValue(force), cancel));
        return command;
    }

    private static async Task<int> RunAsync(DatabaseChoice choice, string file, bool overwrite, CancellationToken cancel)
    {
        if (choice.File is not { } database) throw new StartException("this installation stands on PostgreSQL: back it up with pg_dump --format=custom");
        if (!File.Exists(database)) throw new StartException($"there is no database {database}; choose another folder with --data");
        if (!Directory.Exists(Path.GetDirectoryName(file))) throw new StartException($"there is no folder {Path.GetDirectoryName(file)}");
        if (SameFile.Is(file, database)) throw new StartException($"{file} is the database itself");
        if (Directory.Exists(file)) throw new StartException($"{file} is a folder");
        if (!overwrite && File.Exists(file)) throw new StartException($"{file} is there already; replace it with --force");
        using var inUse = FolderLock.Share(choice);
        try
        {
            await Backup.WriteAsync(database, file, overwrite, cancel);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new StartException($"cannot write {file}: {exception.Message}", exception);
        }
        var size = (new FileInfo(file).Length / 1_000_000m).ToString("0.0", CultureInfo.InvariantCulture);
        Console.WriteLine($"Backed up {database} to {file} ({size} MB)");
        return ExitCode.Done;
    }
}
