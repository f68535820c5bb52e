namespace Kabinet.Exchange.Tables;

/// <summary>A file that nobody else can open, and that is gone as soon as it is closed, also when the process dies.</summary>
internal static class TemporaryFile
{
    public static FileStream Create()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose, BufferSize = 64 * 1024 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"kabinet-{Guid.NewGuid():N}"), options);
    }
}
