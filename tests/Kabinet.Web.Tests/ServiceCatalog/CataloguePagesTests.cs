using System.Net;
using Kabinet.Data;
using Kabinet.ServiceCatalog;
using Kabinet.Staff;
using Xunit;

namespace Kabinet.Web.Tests.ServiceCatalog;

public class CataloguePagesTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task The_catalogue_is_for_owners_and_managers(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var mint = site.Salon.Company;
        await site.Salon.HireAsync(SalonStaff.IrinasEmail, "Ирина", StaffRole.Manager);
        await site.Salon.HireAsync(SalonStaff.AnnasEmail, "Анна", StaffRole.Specialist, mint.Anna);
        using OfficeBrowser irina = new(site), anna = new(site), stranger = new(site);
        await irina.SignInAsync(SalonStaff.IrinasEmail, SalonStaff.Password);
        await anna.SignInAsync(SalonStaff.AnnasEmail, SalonStaff.Password);

        foreach (var page in new[] { "services", "services/new", "services/groups", "resources/kinds", $"services/{mint.Haircut}", "resources", "resources/new", $"resources/{mint.Anna}" })
        {
            Assert.Equal(HttpStatusCode.OK, await irina.StatusOfAsync($"/office/{page}"));
            Assert.StartsWith("/office/no-access", await anna.RedirectOfAsync($"/office/{page}"), StringComparison.Ordinal);
            Assert.StartsWith("/office/sign-in", await stranger.RedirectOfAsync($"/office/{page}"), StringComparison.Ordinal);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Another_companys_card_is_no_card_here(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        var other = await TestCompany.CreateAsync(site.Salon.Use<Databases>(), site.Salon.Now, "lime");
        var (service, resource) = (4711, 4712);
        await using (var db = site.Salon.Use<Databases>().Open(other.Id))
        {
            db.Add(new Service(other.Id, service, "Чужая услуга", 60, null));
            db.Add(new Kabinet.Resources.Resource(other.Id, resource, "Чужой мастер"));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        using var olga = new OfficeBrowser(site);
        await olga.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);

        Assert.Equal(HttpStatusCode.NotFound, await olga.StatusOfAsync($"/office/services/{service}"));
        Assert.Equal(HttpStatusCode.NotFound, await olga.StatusOfAsync($"/office/resources/{resource}"));
    }

    [Theory, OnBothDatabases]
    public async Task What_somebody_changed_since_is_not_overwritten(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var (change, olga, id) = (site.Use<ChangeService>(), site.Salon.Olga(), site.Salon.Company.Haircut);
        var cancel = TestContext.Current.CancellationToken;
        var seen = ServiceForm.Of((await site.Use<ServiceList>().FindAsync(olga, id, cancel))!);
        var reordered = seen with { PerformerIds = [.. seen.PerformerIds.Reverse()] };

        Assert.False((await change.RunAsync(olga, id, reordered, seen with { Duration = 75 }, cancel)).IsRefused);
        var refused = await change.RunAsync(olga, id, seen, seen with { Name = "Стрижка" }, cancel);

        Assert.Equal(RefusalReason.ChangedMeanwhile, refused.Refusals.Single().Reason);
        var kept = (await site.Use<ServiceList>().FindAsync(olga, id, cancel))!;
        Assert.Equal((seen.Name, 75), (kept.Name, kept.Duration));
    }
}
