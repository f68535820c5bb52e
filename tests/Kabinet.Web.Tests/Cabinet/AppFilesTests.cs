using System.Net;
using System.Text.Json;
using Kabinet.Cabinet;
using Kabinet.Cabinet.Icons;
using Kabinet.Companies;
using Kabinet.Data;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

public class AppFilesTests(PostgresCluster postgres)
{
    private const string Leaf = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><g transform="rotate(8 48 50)"><path d="M48 50C35 42 35 24 48 11c13 13 13 31 0 39Z" fill="#2a9d78"/></g></svg>""";

    private static Company Studio(string? logo = null, string name = "Студия «Мята»") =>
        new("mint", name, "Europe/Moscow") { Appearance = new Appearance { Accent = "#178060", LogoSvg = logo } };

    [Fact]
    public async Task The_manifest_is_the_companys_own()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);

        var manifest = JsonDocument.Parse((await browser.GetAsync("manifest.webmanifest")).Text).RootElement;

        Assert.Equal(("Студия «Мята»", "Мята", "/mint", "/mint", "standalone"), (Of("name"), Of("short_name"), Of("start_url"), Of("scope"), Of("display")));
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(icon.GetProperty("src").GetString()!)).Status);

        string? Of(string name) => manifest.GetProperty(name).GetString();
    }

    [Fact]
    public async Task The_worker_may_serve_the_address_without_a_slash_and_knows_its_files()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);

        var worker = await browser.GetAsync("sw.js");

        Assert.Equal("/mint", worker.Response.Headers.GetValues("Service-Worker-Allowed").Single());
        Assert.Contains("no-cache", string.Join(',', worker.Response.Headers.GetValues("Cache-Control")), StringComparison.Ordinal);
        var files = JsonSerializer.Deserialize<string[]>(worker.Text[worker.Text.IndexOf('[', StringComparison.Ordinal)..(worker.Text.IndexOf(']', StringComparison.Ordinal) + 1)])!;
        foreach (var file in files) Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(file)).Status);
    }

    [Fact]
    public async Task A_logo_opened_by_itself_can_run_nothing()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("logo.svg")).Status);
        await site.Use<CompanyWork>().ChangeAsync<bool>(site.Salon.Company.Id, (_, company) =>
        {
            company.Appearance = company.Appearance with { LogoSvg = Leaf };
            company.TouchCatalogue();
            return Task.FromResult<Outcome<bool>>(true);
        }, TestContext.Current.CancellationToken);

        var logo = await browser.GetAsync("logo.svg");

        Assert.Equal("image/svg+xml", logo.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", logo.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(180)]
    [InlineData(192)]
    [InlineData(512)]
    public void An_icon_is_a_PNG_of_its_size_with_the_accent_as_ground(int size)
    {
        var png = new CompanyIcon(Studio()).Png(size);

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal((size, size), (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
    }

    [Fact]
    public void A_circle_is_filled_where_it_is_and_nowhere_else()
    {
        var picture = SvgReader.Read("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" fill="#0000ff"/></svg>""")!;

        var pixels = Raster.Draw(picture, 100);

        Assert.Equal([0, 0, 255], Pixel(50, 50));
        Assert.Equal([255, 255, 255], Pixel(12, 12));
        var covered = Enumerable.Range(0, 100 * 100).Sum(index => (255 - pixels[index * 3]) / 255.0);
        Assert.InRange(covered, Math.PI * 1600 * 0.995, Math.PI * 1600 * 1.005);

        byte[] Pixel(int x, int y) => pixels[(((y * 100) + x) * 3)..(((y * 100) + x + 1) * 3)];
    }

    [Theory]
    [InlineData("<text x=\"1\" y=\"1\">М</text>")]
    [InlineData("<path fill=\"url(#a)\" d=\"M0 0h9v9z\"/>")]
    [InlineData("<image href=\"x.png\"/>")]
    [InlineData("<path d=\"M0 0A1 1 0 0 0 2 2\"/>")]
    public void A_logo_that_is_not_understood_gives_way_to_the_letter(string inside)
    {
        var logo = $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{inside}</svg>""";

        Assert.Null(SvgReader.Read(logo));
        Assert.Equal(new CompanyIcon(Studio()).Svg, new CompanyIcon(Studio(logo)).Svg);
    }

    [Theory]
    [InlineData("#178060")]
    [InlineData("#e11d48")]
    [InlineData("#777777")]
    public void An_accent_survives_the_way_to_hue_and_back(string hex)
    {
        var accent = Accent.Of(hex);
        Assert.Matches("^#[0-9a-f]{6}$", accent.Hex(.5));
        Assert.InRange(Math.Abs(Accent.Of(accent.Hex(.6, .8)).Hue - accent.Hue), 0, accent.Chroma < 0.01 ? 360 : 6);
    }
}
