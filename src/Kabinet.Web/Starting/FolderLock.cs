using Kabinet.Data;

namespace Kabinet.Starting;

/// <summary>
/// Says to other processes that a data folder is in use: by many that share it (a server, an import), or by the one that replaces the
/// database. It is a lock of the operating system on an empty file, so one that is killed leaves none behind.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private const string FileName = "kabinet.lock";

    private readonly FileStream file;

    private FolderLock(FileStream file) => this.file = file;

    /// <summary>Null: PostgreSQL looks after itself.</summary>
    /// <exception cref="StartException">The database is being replaced.</exception>
    public static FolderLock? Share(DatabaseChoice choice)
    {
        if (choice.File is null) return null;
        var folder = Path.GetDirectoryName(choice.File)!;
        return TryOpen(folder, FileShare.Read) ?? throw new StartException($"the database in {folder} is just being restored; try again when that is done");
    }

    /// <summary>Null: somebody uses the folder.</summary>
    public static FolderLock? TryOwn(string folder) => TryOpen(folder, FileShare.None);

    public void Dispose() => file.Dispose();

    private static FolderLock? TryOpen(string folder, FileShare share)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            // Opened for reading only, as on Windows several can share no other.
            if (!File.Exists(path)) File.Open(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite).Dispose();
            return new FolderLock(File.Open(path, FileMode.Open, FileAccess.Read, share));
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StartException($"cannot open {path}: {exception.Message}", exception);
        }
        catch (IOException exception) when (exception.HResult is SharingViolation or WouldBlock or WouldBlockOnMac)
        {
            return null;
        }
    }

    // What .NET makes of a refused lock: an error of its own on Windows, EWOULDBLOCK elsewhere.
    private const int SharingViolation = unchecked((int)0x80070020), WouldBlock = 11, WouldBlockOnMac = 35;
}
