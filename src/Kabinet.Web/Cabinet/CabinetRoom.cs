using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;

namespace Kabinet.Cabinet;

internal static class CabinetRoom
{
    public static void AddCabinet(this IServiceCollection services)
    {
        services.AddRazorPages(options => options.RootDirectory = "/Cabinet");
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        // Otherwise every Cyrillic letter goes out as an entity and pages double in size.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options => options.Cookie.Name = "kabinet-form");
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
    }

    public static void MapCabinet(this WebApplication app) => app.MapRazorPages().WithStaticAssets();
}
