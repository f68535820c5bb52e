using System.Net;
using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Staff;

/// <summary>Olga owns the salon and works as a manager of its neighbour.</summary>
public class SeveralCompaniesTests(PostgresCluster postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task She_goes_from_one_to_the_other_and_sees_only_the_one_she_entered(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var neighbour = await HireOlgaAsync(site.Salon);
        await site.Salon.BookAsync(Salon.Form(site.Salon.Company.Haircut, site.Salon.Company.Anna, Salon.At("12:00"), name: "Мария Мятная"));
        await site.Salon.Use<BookAppointment>().RunAsync(neighbour.Id, Salon.Form(neighbour.Haircut, neighbour.Anna, Salon.At("12:00"), name: "Сосед Соседов"), Salon.Client(), Cancel);
        using var desk = new OfficeBrowser(site);
        await desk.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);

        await AssertSeesAsync(desk, "Мария Мятная", not: "Сосед Соседов");
        Assert.Equal(HttpStatusCode.OK, await desk.StatusOfAsync(ApiKeysPage.Path));
        Assert.Equal("/office", await EnterAsync(desk, neighbour.Id));
        await AssertSeesAsync(desk, "Сосед Соседов", not: "Мария Мятная");
        // There she is no owner.
        Assert.StartsWith("/office/no-access", await desk.RedirectOfAsync(ApiKeysPage.Path), StringComparison.Ordinal);

        // The minute after which a cookie is made anew does not lead back.
        site.Salon.Clock.Advance(TimeSpan.FromMinutes(2));
        await AssertSeesAsync(desk, "Сосед Соседов", not: "Мария Мятная");
        await EnterAsync(desk, site.Salon.Company.Id);
        await AssertSeesAsync(desk, "Мария Мятная", not: "Сосед Соседов");
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_enters_a_company_in_which_he_does_not_work(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var neighbour = await HireOlgaAsync(site.Salon);
        await site.Salon.HireAsync(SalonStaff.IrinasEmail, "Ирина", StaffRole.Manager);
        await site.Salon.BookAsync(Salon.Form(site.Salon.Company.Haircut, site.Salon.Company.Anna, Salon.At("12:00"), name: "Мария Мятная"));
        using OfficeBrowser irina = new(site), stranger = new(site);
        await irina.SignInAsync(SalonStaff.IrinasEmail, SalonStaff.Password);

        Assert.Equal("/office", await EnterAsync(irina, neighbour.Id));
        await AssertSeesAsync(irina, "Мария Мятная", not: "Сосед");
        Assert.DoesNotContain("company-switch", await irina.TextAsync("/office/work-orders"), StringComparison.Ordinal);
        Assert.StartsWith("/office/sign-in", (await stranger.SubmitAsync(StaffRoom.SignInPath, [("company", "1")], StaffRoom.EnterCompanyPath)).LeadsTo, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_place_that_is_taken_away_is_closed_at_the_next_request_and_leads_to_no_other(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var neighbour = await HireOlgaAsync(site.Salon);
        using var desk = new OfficeBrowser(site);
        await desk.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);
        await EnterAsync(desk, neighbour.Id);
        Assert.Equal(HttpStatusCode.OK, await desk.StatusOfAsync("/office/work-orders"));

        await using (var db = site.Salon.Use<Databases>().Open(neighbour.Id))
            await db.StaffMembers.ExecuteDeleteAsync(Cancel);

        Assert.StartsWith("/office/sign-in", await desk.RedirectOfAsync("/office/work-orders"), StringComparison.Ordinal);
        Assert.StartsWith("/office/sign-in", await desk.RedirectOfAsync("/office/outbox"), StringComparison.Ordinal);
        await desk.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);
        Assert.Equal(HttpStatusCode.OK, await desk.StatusOfAsync("/office/work-orders"));
    }

    [Theory, OnBothDatabases]
    public async Task Another_role_counts_at_the_next_request(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        using var desk = new OfficeBrowser(site);
        await desk.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);
        Assert.Equal(HttpStatusCode.OK, await desk.StatusOfAsync(ApiKeysPage.Path));

        await using (var db = site.Salon.Db())
            await db.StaffMembers.ExecuteUpdateAsync(set => set.SetProperty(member => member.Role, StaffRole.Manager), Cancel);

        Assert.StartsWith("/office/no-access", await desk.RedirectOfAsync(ApiKeysPage.Path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await desk.StatusOfAsync("/office/work-orders"));
    }

    private static async Task<TestCompany> HireOlgaAsync(Salon salon)
    {
        var neighbour = await TestCompany.CreateAsync(salon.Use<Databases>(), salon.Now, "neighbour");
        var olga = await salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        await using var db = salon.Use<Databases>().Open(neighbour.Id);
        db.Add(new StaffMember(neighbour.Id, olga.Id, "Ольга", StaffRole.Manager));
        await db.SaveChangesAsync(Cancel);
        return neighbour;
    }

    private static async Task<string?> EnterAsync(OfficeBrowser desk, int companyId) =>
        (await desk.SubmitAsync("/office/work-orders", [("company", $"{companyId}")], StaffRoom.EnterCompanyPath)).LeadsTo;

    private static async Task AssertSeesAsync(OfficeBrowser desk, string seen, string not)
    {
        var text = await desk.TextAsync("/office/work-orders");
        Assert.Contains(seen, text, StringComparison.Ordinal);
        Assert.DoesNotContain(not, text, StringComparison.Ordinal);
    }
}
