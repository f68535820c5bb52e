using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Kabinet.Web.Tests;

/// <summary>The whole application over real HTTP, on the salon's database and clock: another node beside the salon's own services.</summary>
public sealed class SalonSite : WebApplicationFactory<Program>
{
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly bool ownsSalon;

    private SalonSite(Salon salon, bool ownsSalon, IReadOnlyDictionary<string, string> settings) => (Salon, this.ownsSalon, this.settings) = (salon, ownsSalon, settings);

    public Salon Salon { get; }

    /// <param name="settings">Of the installation, besides the usual ones.</param>
    public static async Task<SalonSite> OpenAsync(Store store, PostgresCluster postgres, params (string Name, string Value)[] settings) =>
        new SalonSite(await Salon.OpenAsync(store, postgres), ownsSalon: true, settings.ToDictionary(one => one.Name, one => one.Value)).Serve();

    /// <summary>A new installation, where there is no company yet.</summary>
    public static async Task<SalonSite> OpenEmptyAsync(Store store, PostgresCluster postgres, params (string Name, string Value)[] settings) =>
        new SalonSite(await Salon.OpenEmptyAsync(store, postgres), ownsSalon: true, settings.ToDictionary(one => one.Name, one => one.Value)).Serve();

    /// <summary>Another web node over the same PostgreSQL, with the same settings. Closed before this one.</summary>
    public SalonSite OpenAnotherNode() => new SalonSite(Salon, ownsSalon: false, settings).Serve();

    /// <summary>A service of the site itself, whose snapshots its pages show.</summary>
    public T Use<T>() where T : notnull => Services.GetRequiredService<T>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        var choice = Salon.Database.Choice;
        if (choice.IsPostgres) builder.UseSetting("database", choice.Connection);
        else builder.UseSetting("data", Salon.Database.Folder);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error");
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
        // As published: styles and scripts go out packed; rebuilt at every request they would not be.
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Salon.Clock));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (ownsSalon) await Salon.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private SalonSite Serve()
    {
        UseKestrel(0);
        StartServer();
        return this;
    }
}
