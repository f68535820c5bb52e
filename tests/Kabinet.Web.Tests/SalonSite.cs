using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Kabinet.Web.Tests;

/// <summary>The whole application over real HTTP, on the salon's database and clock: another node beside the salon's own services.</summary>
public sealed class SalonSite : WebApplicationFactory<Program>
{
    private SalonSite(Salon salon) => Salon = salon;

    public Salon Salon { get; }

    public static async Task<SalonSite> OpenAsync(Store store, PostgresCluster postgres)
    {
        var site = new SalonSite(await Salon.OpenAsync(store, postgres));
        site.UseKestrel(0);
        site.StartServer();
        return site;
    }

    /// <summary>A service of the site itself, whose snapshots its pages show.</summary>
    public T Use<T>() where T : notnull => Services.GetRequiredService<T>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        var choice = Salon.Database.Choice;
        if (choice.IsPostgres) builder.UseSetting("database", choice.Connection);
        else builder.UseSetting("data", Salon.Database.Folder);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error");
        // As published: styles and scripts go out packed; rebuilt at every request they would not be.
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Salon.Clock));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Salon.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
