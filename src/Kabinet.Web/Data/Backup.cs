namespace Kabinet.Data;

/// <summary>A consistent copy of an embedded database, taken while it is in use: that of one moment, with every commit before it.</summary>
internal static class Backup
{
    /// <summary>Written aside and moved into place when it is whole and found good.</summary>
    /// <param name="overwrite">Replace a file that is there.</param>
    /// <exception cref="IOException">The file is there, or cannot be written.</exception>
    /// <exception cref="InvalidDataException">The database is damaged, and a copy of it is none.</exception>
    public static async Task WriteAsync(string database, string file, bool overwrite, CancellationToken cancel)
    {
        if (!overwrite && File.Exists(file)) throw new IOException("it is there already");
        var aside = $"{file}.{Guid.NewGuid():N}.partial";
        try
        {
            // It holds what the installation knows of people: for its owner only.
            await using (File.Open(aside, OwnersOnly())) { }
            await CopyAsync(database, aside, cancel);
            SqliteFile.Flush(aside);
            File.Move(aside, file, overwrite);
        }
        finally
        {
            foreach (var leftover in SqliteFile.Beside.Append("-journal").Select(suffix => aside + suffix).Append(aside)) File.Delete(leftover);
        }
    }

    private static FileStreamOptions OwnersOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static async Task CopyAsync(string database, string aside, CancellationToken cancel)
    {
        await using var copy = await SqliteFile.OpenAsync(aside, cancel);
        await using (var source = await SqliteFile.OpenAsync(database, cancel))
            // SQLite's own backup: a reader of one moment, for which no writer waits.
            source.BackupDatabase(copy);
        await copy.FoldAsync(cancel);
        await copy.QueryAsync($"PRAGMA application_id = {SqliteFile.ApplicationId}", cancel);
        if (await copy.DamageAsync(cancel) is { } damage) throw new InvalidDataException($"the database is damaged: {damage}");
        cancel.ThrowIfCancellationRequested();
    }
}
