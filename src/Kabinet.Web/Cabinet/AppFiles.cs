using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kabinet.Cabinet.Icons;
using Kabinet.Companies;
using Kabinet.OnlineBooking;
using Kabinet.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Kabinet.Cabinet;

/// <summary>What makes a company's cabinet an app on a phone: manifest, icons, logo, service worker.</summary>
internal static class AppFiles
{
    /// <summary>192 and 512 for the manifest, 180 for iOS.</summary>
    private static readonly int[] Sizes = [180, 192, 512];

    /// <summary>What every page of every cabinet needs.</summary>
    private static readonly string[] Shared = ["css/tokens.css", "css/cabinet.css", "icons.svg", "js/cabinet.js"];

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string WorkerScript = ReadWorker();

    public static void MapAppFiles(this WebApplication app)
    {
        app.MapGet("/{company}/manifest.webmanifest", (HttpContext http, string company, CompanySnapshots snapshots) =>
            FindAsync(http, company, snapshots, found => Text(Manifest(found, CabinetLanguage.Choose(http)), "application/manifest+json", "no-cache", http)));
        app.MapGet("/{company}/icon.svg", (HttpContext http, string company, CompanySnapshots snapshots) =>
            FindAsync(http, company, snapshots, found => Drawing(new CompanyIcon(found).Svg, http)));
        app.MapGet("/{company}/logo.svg", (HttpContext http, string company, CompanySnapshots snapshots) =>
            FindAsync(http, company, snapshots, found => found.Appearance.LogoSvg is { } logo ? Drawing(logo, http) : TypedResults.NotFound()));
        app.MapGet("/{company}/icon-{size:int}.png", (HttpContext http, string company, int size, CompanySnapshots snapshots) =>
            FindAsync(http, company, snapshots, found => Sizes.Contains(size) ? Bytes(new CompanyIcon(found).Png(size), "image/png", "public, max-age=86400", http) : TypedResults.NotFound()));
        app.MapGet("/{company}/sw.js", (HttpContext http, string company, CompanySnapshots snapshots) =>
            FindAsync(http, company, snapshots, found => Worker(found, http), () => Text(RetiredWorker(company), "text/javascript", "no-cache", http)));
    }

    /// <param name="atFormer">The answer at an address that the cabinet had before; null: the way to the one of today.</param>
    private static async Task<IResult> FindAsync(HttpContext http, string slug, CompanySnapshots snapshots, Func<Company, IResult> answer, Func<IResult>? atFormer = null)
    {
        if (await snapshots.FindAsync(slug, http.RequestAborted) is not { Catalogue.Company: { } company }) return TypedResults.NotFound();
        if (company.Slug == slug) return answer(company);
        return atFormer?.Invoke() ?? TypedResults.LocalRedirect(MovedCabinet.AddressOf(http.Request, company, slug), permanent: false, preserveMethod: true);
    }

    private static string Manifest(Company company, Texts t)
    {
        var home = $"/{company.Slug}";
        return JsonSerializer.Serialize(new
        {
            id = home,
            name = company.Name,
            short_name = ShortName(company.Name),
            description = company.About.Tagline,
            lang = t.Language,
            start_url = home,
            scope = home,
            display = "standalone",
            theme_color = Accent.Of(company.Appearance.Accent).Hex(.957, .27),
            background_color = "#f8f6f3",
            icons = new[]
            {
                new { src = $"{home}/icon-192.png", sizes = "192x192", type = "image/png", purpose = "any" },
                new { src = $"{home}/icon-512.png", sizes = "512x512", type = "image/png", purpose = "any" },
                new { src = $"{home}/icon-512.png", sizes = "512x512", type = "image/png", purpose = "maskable" },
                new { src = $"{home}/icon.svg", sizes = "any", type = "image/svg+xml", purpose = "any" },
            },
            shortcuts = new[] { new { name = t["Новая запись"], url = $"{home}/new" }, new { name = t["Мои записи"], url = $"{home}/bookings" } },
        }, Json);
    }

    /// <summary>«Мята» of «Студия красоты «Мята»»: what fits under an icon.</summary>
    private static string ShortName(string name) => name.Split('«', '»') is [_, { Length: > 1 } quoted, ..] ? quoted : name;

    /// <summary>A drawing is a document too: opened by itself it may run and load nothing.</summary>
    private static FileContentHttpResult Drawing(string svg, HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return Text(svg, "image/svg+xml", "public, max-age=3600", http);
    }

    private static FileContentHttpResult Worker(Company company, HttpContext http)
    {
        var home = $"/{company.Slug}";
        string[] files = [.. Shared.Select(path => Asset(http, path)), $"{home}/icon.svg"];
        if (company.Appearance.LogoSvg is not null) files = [.. files, $"{home}/logo.svg"];
        var version = Hash(Encoding.UTF8.GetBytes(string.Join('\n', files) + WorkerScript + company.CatalogueVersion));
        http.Response.Headers["Service-Worker-Allowed"] = home;
        return Text($"const cabinet = {JsonSerializer.Serialize(home)}, version = '{version}', files = {JsonSerializer.Serialize(files)};\n{WorkerScript}", "text/javascript", "no-cache", http);
    }

    /// <summary>The worker of an address that the cabinet had before: it forgets the copies, which hold bookings, and goes.</summary>
    private static string RetiredWorker(string slug) => $$"""
        addEventListener('install', () => skipWaiting());
        addEventListener('activate', event => event.waitUntil((async () => {
          const old = (await caches.keys()).filter(name => name.startsWith({{JsonSerializer.Serialize($"kabinet /{slug} ")}}));
          await Promise.all(old.map(name => caches.delete(name)));
          await registration.unregister();
        })()));
        """;

    private static string Asset(HttpContext http, string path) =>
        "/" + (http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<ResourceAssetCollection>()).FirstOrDefault(assets => assets is not null)?[path] ?? path);

    private static FileContentHttpResult Text(string text, string type, string keep, HttpContext http) => Bytes(Encoding.UTF8.GetBytes(text), type + "; charset=utf-8", keep, http);

    private static FileContentHttpResult Bytes(byte[] content, string type, string keep, HttpContext http)
    {
        http.Response.Headers.CacheControl = keep;
        return TypedResults.Bytes(content, type, entityTag: new EntityTagHeaderValue($"\"{Hash(content)}\""));
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..16];

    private static string ReadWorker()
    {
        using var file = new StreamReader(typeof(AppFiles).Assembly.GetManifestResourceStream("Kabinet.Cabinet.service-worker.js")!, Encoding.UTF8);
        return file.ReadToEnd();
    }
}
