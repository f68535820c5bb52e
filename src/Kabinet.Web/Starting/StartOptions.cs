using Kabinet.Data;

namespace Kabinet.Starting;

/// <summary>
/// What can be said at the start: --data DIR (the folder of the embedded database), --database CONNECTION (PostgreSQL instead), --urls
/// ADDRESSES, --demo. All but the last are plain settings and may come from the environment too.
/// </summary>
internal static class StartOptions
{
    private const string Demo = "--demo";

    public static WebApplicationOptions Read(string[] args) => new()
    {
        // ASP.NET takes the word after an option for its value: a flag has to bring its own.
        Args = [.. args.Select(arg => arg == Demo ? $"{Demo}=true" : arg)],
        // A published application finds its files wherever it is started from.
        ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
    };

    public static bool WantsDemo(this IConfiguration settings) => bool.TryParse(settings["demo"], out var wanted) && wanted;

    /// <exception cref="StartException">The data folder cannot be made or written to.</exception>
    public static DatabaseChoice Database(this IConfiguration settings)
    {
        if (settings["database"] is { Length: > 0 } connection) return DatabaseChoice.Postgres(connection);
        var folder = Path.GetFullPath(settings["data"] is { Length: > 0 } given ? given : "data");
        Prepare(folder);
        return DatabaseChoice.Sqlite(folder);
    }

    private static void Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".write-{Guid.NewGuid():N}");
            using (File.Create(probe, 1, FileOptions.DeleteOnClose)) { }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"cannot write to the data folder {folder}; choose another with --data", exception);
        }
    }
}
