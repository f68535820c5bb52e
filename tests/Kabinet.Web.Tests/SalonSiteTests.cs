using Kabinet.OnlineBooking;
using Xunit;

namespace Kabinet.Web.Tests;

public class SalonSiteTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task The_site_stands_on_the_salons_database_and_clock(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        using var client = site.CreateClient();

        using var answer = await client.GetAsync(new Uri("/no-such-page", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        var snapshot = await site.Use<CompanySnapshots>().FindAsync(TestCompany.Slug, TestContext.Current.CancellationToken);
        Assert.Equal((site.Salon.Company.Id, Salon.Monday), (snapshot!.Catalogue.Company.Id, snapshot.Catalogue.Today));
    }
}
