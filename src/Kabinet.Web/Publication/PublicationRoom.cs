using System.Text;
using Kabinet.OnlineBooking;
using Kabinet.Staff;

namespace Kabinet.Publication;

internal static class PublicationRoom
{
    public const string SvgPath = PublicationPage.Path + "/qr.svg", PngPath = PublicationPage.Path + "/qr.png";

    public static void AddPublication(this IServiceCollection services)
    {
        services.AddSingleton<OpenPublication>();
        services.AddSingleton<SwitchCabinet>();
        services.AddSingleton<ChangeAddress>();
    }

    public static void MapPublication(this WebApplication app)
    {
        app.MapGet(SvgPath, (HttpContext http, CompanySnapshots snapshots) => FileAsync(http, snapshots, "svg", "image/svg+xml", address => Encoding.UTF8.GetBytes(QrCode.Svg(address))))
            .RequireAuthorization(StaffPolicies.Ownership);
        app.MapGet(PngPath, (HttpContext http, CompanySnapshots snapshots) => FileAsync(http, snapshots, "png", "image/png", QrCode.Png))
            .RequireAuthorization(StaffPolicies.Ownership);
    }

    /// <summary>The code leads to the host at which it was asked for: the one that clients see too.</summary>
    private static async Task<IResult> FileAsync(HttpContext http, CompanySnapshots snapshots, string ending, string type, Func<string, byte[]> draw)
    {
        var slug = (await snapshots.GetAsync(SignedInMember.Of(http.User)!.CompanyId, http.RequestAborted)).Catalogue.Company.Slug;
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(draw($"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}/{slug}"), type, $"{slug}-qr.{ending}");
    }
}
