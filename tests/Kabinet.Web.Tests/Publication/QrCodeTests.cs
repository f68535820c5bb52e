using System.Net.Http.Headers;
using System.Text;
using Kabinet.Publication;
using Kabinet.Staff;
using Xunit;

namespace Kabinet.Web.Tests.Publication;

public class QrCodeTests(PostgresCluster postgres)
{
    private static readonly string[] Files = [PublicationRoom.SvgPath, PublicationRoom.PngPath];

    [Fact]
    public async Task An_owner_downloads_the_code_of_the_cabinets_address_of_today()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        using var olga = new OfficeBrowser(site);
        await olga.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);
        var address = new Uri(site.ClientOptions.BaseAddress, "/mint").ToString();

        var (svg, svgHeaders) = await olga.DownloadAsync(PublicationRoom.SvgPath);
        var (png, pngHeaders) = await olga.DownloadAsync(PublicationRoom.PngPath);

        Assert.Equal(("image/svg+xml", "mint-qr.svg"), Described(svgHeaders));
        Assert.Equal(QrCode.Svg(address), Encoding.UTF8.GetString(svg));
        Assert.StartsWith("<svg", Encoding.UTF8.GetString(svg), StringComparison.Ordinal);
        Assert.Equal(("image/png", "mint-qr.png"), Described(pngHeaders));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal(QrCode.Png(address), png);

        await site.Salon.MoveAsync(site.Use<ChangeAddress>(), "myata");
        Assert.Equal("myata-qr.svg", Described((await olga.DownloadAsync(PublicationRoom.SvgPath)).Headers).Name);
    }

    [Fact]
    public async Task Nobody_but_an_owner_opens_the_page_or_its_files()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await site.Salon.HireAsync(SalonStaff.IrinasEmail, "Ирина", StaffRole.Manager);
        await site.Salon.HireAsync(SalonStaff.AnnasEmail, "Анна", StaffRole.Specialist);
        using var nobody = new OfficeBrowser(site);
        foreach (var path in Files.Append(PublicationPage.Path)) Assert.StartsWith("/office/sign-in?return=", await nobody.RedirectOfAsync(path), StringComparison.Ordinal);

        foreach (var email in new[] { SalonStaff.IrinasEmail, SalonStaff.AnnasEmail })
        {
            using var desk = new OfficeBrowser(site);
            await desk.SignInAsync(email, SalonStaff.Password);
            foreach (var path in Files.Append(PublicationPage.Path)) Assert.StartsWith("/office/no-access", await desk.RedirectOfAsync(path), StringComparison.Ordinal);
        }
    }

    private static (string? Type, string? Name) Described(HttpContentHeaders headers) => (headers.ContentType?.MediaType, headers.ContentDisposition?.FileName);
}
