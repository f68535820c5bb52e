using System.Net;
using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Xunit;

namespace Kabinet.Web.Tests.Staff;

public class SignInTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task Without_signing_in_every_page_leads_to_the_sign_in_and_back(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        using var desk = new OfficeBrowser(site);

        foreach (var page in new[] { "/office/work-orders", "/office/work-orders/1", "/office/outbox", "/office/nothing" })
            Assert.StartsWith("/office/sign-in?return=", await desk.RedirectOfAsync(page), StringComparison.Ordinal);

        Assert.Equal("/office/work-orders?view=today", await desk.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password, returnTo: "/office/work-orders?view=today"));
        Assert.Equal(HttpStatusCode.OK, await desk.StatusOfAsync("/office/work-orders"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/office.evil.example")]
    [InlineData("/mint")]
    public async Task Signing_in_leads_nowhere_but_the_office(string returnTo)
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        using var desk = new OfficeBrowser(site);

        Assert.Equal("/office", await desk.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password, returnTo));
    }

    [Theory, OnBothDatabases]
    public async Task An_unknown_email_a_wrong_password_and_a_lock_out_look_the_same(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        using var desk = new OfficeBrowser(site);

        var answers = new List<string> { await desk.RefusalAsync("nobody@mint.example", "что-нибудь") };
        for (var i = 0; i < SignInStaff.MaxFailures; i++) answers.Add(await desk.RefusalAsync(SalonStaff.OlgasEmail, "не тот пароль"));
        answers.Add(await desk.RefusalAsync(SalonStaff.OlgasEmail, SalonStaff.Password));

        Assert.Contains("Почта или пароль не подходят", Assert.Single(answers.Distinct()), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Who_has_no_place_in_a_company_does_not_get_in(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var olga = await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        await using (var db = site.Salon.Db())
        {
            db.StaffMembers.Remove(db.StaffMembers.Single(member => member.UserId == olga.Id));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        using var desk = new OfficeBrowser(site);

        Assert.Contains("Почта или пароль не подходят", await desk.RefusalAsync(SalonStaff.OlgasEmail, SalonStaff.Password), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_specialist_opens_her_own_orders_and_no_messages(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var salon = site.Salon;
        await salon.HireAsync(SalonStaff.AnnasEmail, "Анна", StaffRole.Specialist, salon.Company.Anna);
        var hers = (await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00")).Value;
        var katyas = (await salon.BookAsync(salon.Company.Haircut, salon.Company.Katya, "12:00")).Value;
        using var desk = new OfficeBrowser(site);
        await desk.SignInAsync(SalonStaff.AnnasEmail, SalonStaff.Password);

        Assert.Equal(HttpStatusCode.OK, await desk.StatusOfAsync($"/office/work-orders/{hers.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusOfAsync($"/office/work-orders/{katyas.Id}"));
        Assert.StartsWith("/office/no-access", await desk.RedirectOfAsync("/office/outbox"), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Keys_for_the_API_are_the_owners_alone(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        await site.Salon.HireAsync(SalonStaff.IrinasEmail, "Ирина", StaffRole.Manager);
        await site.Salon.HireAsync(SalonStaff.AnnasEmail, "Анна", StaffRole.Specialist);
        using OfficeBrowser olga = new(site), irina = new(site), anna = new(site);
        await olga.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);
        await irina.SignInAsync(SalonStaff.IrinasEmail, SalonStaff.Password);
        await anna.SignInAsync(SalonStaff.AnnasEmail, SalonStaff.Password);

        Assert.Equal(HttpStatusCode.OK, await olga.StatusOfAsync(ApiKeysPage.Path));
        Assert.StartsWith("/office/no-access", await irina.RedirectOfAsync(ApiKeysPage.Path), StringComparison.Ordinal);
        Assert.StartsWith("/office/no-access", await anna.RedirectOfAsync(ApiKeysPage.Path), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Another_companys_order_is_not_found(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var salon = site.Salon;
        await salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        var neighbour = await TestCompany.CreateAsync(salon.Use<Databases>(), salon.Now, "neighbour");
        var form = Salon.Form(neighbour.Haircut, neighbour.Anna, Salon.At("12:00"));
        WorkOrder theirs = (await salon.Use<BookAppointment>().RunAsync(neighbour.Id, form, Salon.Client(), TestContext.Current.CancellationToken)).Value;
        using var desk = new OfficeBrowser(site);
        await desk.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);

        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusOfAsync($"/office/work-orders/{theirs.Id}"));
    }

    [Theory, OnBothDatabases]
    public async Task Signing_out_needs_the_forms_token_and_ends_the_session(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        using var desk = new OfficeBrowser(site);
        await desk.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);

        Assert.Equal("/office", await desk.SignOutAsync(withToken: false));
        Assert.Equal(HttpStatusCode.OK, await desk.StatusOfAsync("/office/work-orders"));
        Assert.Equal("/office/sign-in", await desk.SignOutAsync(withToken: true));
        Assert.StartsWith("/office/sign-in", await desk.RedirectOfAsync("/office/work-orders"), StringComparison.Ordinal);
    }
}
