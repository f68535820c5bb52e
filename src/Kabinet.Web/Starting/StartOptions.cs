using System.Globalization;
using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.OnlineBooking;

namespace Kabinet.Starting;

/// <summary>
/// What every start needs to know. The options of the command line are settings like others, and may come from the environment too: data
/// (the folder of the embedded database), database (PostgreSQL's connection string instead), urls, demo.
/// </summary>
internal static class StartOptions
{
    private const string DefaultFolder = "data";

    /// <param name="settings">--name=value or --name value.</param>
    public static WebApplicationOptions OfWeb(string[] settings) => new() { Args = settings, ContentRootPath = Published };

    /// <summary>The same settings for a command that serves nobody.</summary>
    public static HostApplicationBuilderSettings OfCommand(string[] settings) => new() { Args = settings, ContentRootPath = Published };

    public static bool WantsDemo(this IConfiguration settings) => bool.TryParse(settings["demo"], out var wanted) && wanted;

    /// <summary>The setting snapshots:companies.</summary>
    /// <exception cref="StartException">It is no number, or none at all.</exception>
    public static int CompaniesInMemory(this IConfiguration settings) => settings["snapshots:companies"] switch
    {
        null or "" => CompanySnapshots.UsualCompaniesInMemory,
        var given when int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
        var given => throw new StartException($"snapshots:companies is how many companies are kept in memory, 1 or more, not '{given}'"),
    };

    /// <summary>The setting companies:createdBy.</summary>
    /// <exception cref="StartException">It is none of the words.</exception>
    public static CompanyCreators CompanyCreators(this IConfiguration settings) => settings["companies:createdBy"] switch
    {
        null or "" or "owners" => Companies.CompanyCreators.Owners,
        "anyone" => Companies.CompanyCreators.Anyone,
        "nobody" => Companies.CompanyCreators.Nobody,
        var given => throw new StartException($"companies:createdBy is owners, anyone or nobody, not '{given}'"),
    };

    /// <summary>The setting companies:triesPerHour; 0: any number.</summary>
    /// <exception cref="StartException">It is no number.</exception>
    public static int CompanyTriesPerHour(this IConfiguration settings) => settings["companies:triesPerHour"] switch
    {
        null or "" => CompanyCreation.UsualTriesPerHour,
        var given when int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var given => throw new StartException($"companies:triesPerHour is how often one address may try to create a company, 0 or more, not '{given}'"),
    };

    /// <exception cref="StartException">The data folder cannot be made or written to.</exception>
    public static DatabaseChoice Database(this IConfiguration settings)
    {
        var choice = settings.DatabaseToFind();
        if (choice.File is { } file) Prepared(Path.GetDirectoryName(file)!);
        return choice;
    }

    /// <summary>Without making a folder for it: it has to be there.</summary>
    public static DatabaseChoice DatabaseToFind(this IConfiguration settings) => settings["database"] is { Length: > 0 } connection
        ? DatabaseChoice.Postgres(connection)
        : DatabaseChoice.Sqlite(Path.GetFullPath(settings["data"] is { Length: > 0 } given ? given : DefaultFolder));

    /// <summary>A published application finds its files wherever it is started from; null: it is not published.</summary>
    private static string? Published => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;

    /// <summary>The folder, made where it was missing.</summary>
    /// <exception cref="StartException">It cannot be made or written to.</exception>
    public static string Prepared(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".write-{Guid.NewGuid():N}");
            using (File.Create(probe, 1, FileOptions.DeleteOnClose)) { }
            return folder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"cannot write to the data folder {folder}; choose another with --data", exception);
        }
    }
}
