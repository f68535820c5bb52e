using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kabinet.Companies;
using Kabinet.Shell;
using Microsoft.AspNetCore.Diagnostics;
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
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/manifest+json"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
    }

    /// <summary>Error pages, and the headers of everything that is not the installation's own (office, api …).</summary>
    public static void UseCabinet(this WebApplication app)
    {
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.Use((http, next) =>
        {
            if (IsCabinet(http.Request.Path)) WriteHeadersAtStart(http);
            else if (http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
            return next(http);
        });
        app.UseWhen(http => IsCabinet(http.Request.Path), cabinet => cabinet.UseRateLimiter());
    }

    private static void WriteHeadersAtStart(HttpContext http) => http.Response.OnStarting(() =>
    {
        CabinetHeaders.Write(http);
        return Task.CompletedTask;
    });

    private static bool IsCabinet(PathString path)
    {
        var segments = (path.Value ?? "").Split('/', 3);
        return segments.Length < 2 || !CompanyAddress.IsReserved(segments[1]);
    }

    public static void MapCabinet(this WebApplication app)
    {
        app.MapRazorPages().RequireRateLimiting(RequestLimits.Cabinet).WithStaticAssets();
        app.MapAppFiles();
    }
}
