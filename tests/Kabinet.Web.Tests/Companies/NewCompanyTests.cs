using System.Net;
using Kabinet.Companies;
using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.Shell;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kabinet.Web.Tests.Companies;

public class NewCompanyTests(PostgresCluster postgres)
{
    private const string Email = "boris@barber.example", Page = NewCompanyPage.Path;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_first_company_of_an_installation_is_whoever_comes_first(Store store)
    {
        await using var site = await SalonSite.OpenEmptyAsync(store, postgres);
        using OfficeBrowser boris = new(site), late = new(site);

        Assert.Equal(Page, await boris.RedirectOfAsync("/"));
        Assert.Contains(Page, await boris.TextAsync(StaffRoom.SignInPath), StringComparison.Ordinal);
        Assert.Equal("/office", (await boris.SubmitAsync(Page, Form())).LeadsTo);
        Assert.Contains("Цирюльня", await boris.TextAsync("/office/work-orders"), StringComparison.Ordinal);

        await using var db = site.Use<Databases>().Open();
        var company = await db.Companies.SingleAsync(Cancel);
        Assert.Equal(("tsiryulnya", "Цирюльня", Trade.Beauty, "Asia/Omsk", "+79161234567"), (company.Slug, company.Name, company.Trade, company.TimeZone, company.About.Phone));
        Assert.Contains(Phones.Show("+79161234567"), (await db.Of(company.Id).ConsentTexts.FirstAsync(text => text.Kind == ConsentKind.PersonalData, Cancel)).Text, StringComparison.Ordinal);
        var owner = await db.StaffMembers.SingleAsync(Cancel);
        Assert.Equal(("Борис", StaffRole.Owner), (owner.Name, owner.Role));

        // The door has closed behind him.
        Assert.DoesNotContain(Page, await late.TextAsync(StaffRoom.SignInPath), StringComparison.Ordinal);
        Assert.Contains("так решил администратор", await late.TextAsync(Page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await late.StatusOfAsync("/"));
    }

    [Fact]
    public async Task Where_nobody_may_not_even_the_first_comes_from_a_browser()
    {
        await using var site = await SalonSite.OpenEmptyAsync(Store.Sqlite, postgres, ("companies:createdBy", "nobody"));
        using OfficeBrowser boris = new(site);

        Assert.Equal(HttpStatusCode.NotFound, await boris.StatusOfAsync("/"));
        Assert.DoesNotContain(Page, await boris.TextAsync(StaffRoom.SignInPath), StringComparison.Ordinal);
        Assert.Equal(RefusalReason.CompaniesClosed, Assert.Single((await OpenAsync(site, Typed(), null)).Refusals).Reason);
    }

    [Theory, OnBothDatabases]
    public async Task Two_strangers_do_not_both_become_the_first(Store store)
    {
        await using var site = await SalonSite.OpenEmptyAsync(store, postgres);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => Task.Run(() =>
            OpenAsync(site, Typed() with { Name = $"Цирюльня {i}", Email = $"owner{i}@barber.example" }, null))));

        Assert.Equal(3, outcomes.Count(outcome => outcome.IsRefused && outcome.Refusals[0].Reason == RefusalReason.CompaniesClosed));
        await using var db = site.Use<Databases>().Open();
        Assert.Equal((1, 1), (await db.Companies.CountAsync(Cancel), await db.Users.CountAsync(Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task Of_many_who_want_one_address_at_once_one_gets_it_and_a_name_taken_gets_a_number(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres, ("companies:createdBy", "anyone"));

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => Task.Run(() => OpenAsync(site, Typed() with { Address = "barber", Email = $"owner{i}@barber.example" }, null))));

        Assert.Equal([(RefusalReason.AddressTaken, "address"), (RefusalReason.AddressTaken, "address"), (RefusalReason.AddressTaken, "address")],
            outcomes.SelectMany(outcome => outcome.Refusals).Select(refusal => (refusal.Reason, refusal.Field)));
        Assert.False((await OpenAsync(site, Typed() with { Name = "Barber", Email = "late@barber.example" }, null)).IsRefused);
        await using var db = site.Use<Databases>().Open();
        Assert.Equal(["barber", "barber-2", "mint"], await db.Companies.Select(company => company.Slug).Order().ToListAsync(Cancel));
        // Who was refused is no user either.
        Assert.Equal(2, await db.Users.CountAsync(Cancel));
    }

    [Theory]
    [InlineData("owners", true, false, false)]
    [InlineData("anyone", true, true, true)]
    [InlineData("nobody", false, false, false)]
    public async Task The_setting_says_who_may_add_a_company(string setting, bool owner, bool specialist, bool stranger)
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres, ("companies:createdBy", setting));
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        await site.Salon.HireAsync(SalonStaff.AnnasEmail, "Анна", StaffRole.Specialist, site.Salon.Company.Anna);
        using OfficeBrowser olga = new(site), anna = new(site), nobody = new(site);
        await olga.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);
        await anna.SignInAsync(SalonStaff.AnnasEmail, SalonStaff.Password);

        Assert.Equal(owner, await IsOpenAsync(olga));
        Assert.Equal(specialist, await IsOpenAsync(anna));
        Assert.Equal(stranger, await IsOpenAsync(nobody));
        Assert.Equal(owner, (await olga.TextAsync("/office/work-orders")).Contains("Добавить компанию", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_names_somebody_elses_email_as_his_own(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres, ("companies:createdBy", "anyone"));
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);

        var outcome = await OpenAsync(site, Typed() with { Email = " " + SalonStaff.OlgasEmail.ToUpperInvariant() }, null);

        Assert.Equal([(RefusalReason.EmailTaken, "email")], outcome.Refusals.Select(refusal => (refusal.Reason, refusal.Field)));
        await using var db = site.Use<Databases>().Open();
        Assert.Equal(1, await db.Companies.CountAsync(Cancel));
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_what_was_typed_stays()
    {
        await using var site = await SalonSite.OpenEmptyAsync(Store.Sqlite, postgres);
        using var boris = new OfficeBrowser(site);

        var (leadsTo, text) = await boris.SubmitAsync(Page,
            [("_handler", "new-company"), ("Name", "Цирюльня <у Бориса>"), ("Trade", "99"), ("TimeZone", "Europe/Masow"), ("Phone", "12"), ("Address", "office"), ("OwnerName", " "), ("Email", "boris"), ("Password", "коротко")]);

        Assert.Null(leadsTo);
        foreach (var reason in (RefusalReason[])[RefusalReason.TradeMissing, RefusalReason.TimeZoneUnknown, RefusalReason.PhoneInvalid, RefusalReason.AddressTaken,
            RefusalReason.NameMissing, RefusalReason.EmailInvalid, RefusalReason.PasswordTooShort])
            Assert.Contains(RefusalTexts.Russian(reason), text, StringComparison.Ordinal);
        Assert.Contains("value=\"Цирюльня <у Бориса>\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("коротко", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_tries_too_often_waits()
    {
        await using var site = await SalonSite.OpenEmptyAsync(Store.Sqlite, postgres, ("companies:triesPerHour", "2"));
        using var boris = new OfficeBrowser(site);
        for (var i = 0; i < 2; i++) await boris.SubmitAsync(Page, Form(password: "коротко"));

        var (leadsTo, text) = await boris.SubmitAsync(Page, Form());

        Assert.Null(leadsTo);
        Assert.Contains(RefusalTexts.Russian(RefusalReason.TooManyCompanies), text, StringComparison.Ordinal);
    }

    private static async Task<bool> IsOpenAsync(OfficeBrowser browser) => (await browser.TextAsync(Page)).Contains("name=\"Address\"", StringComparison.Ordinal);

    private static async Task<Outcome<OpenedCompany>> OpenAsync(SalonSite site, NewCompanyForm form, SignedInMember? member)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OpenNewCompany>().RunAsync(form, member, Cancel);
    }

    private static NewCompanyForm Typed() => new()
    {
        Name = "Цирюльня",
        Trade = Trade.Beauty,
        TimeZone = "Asia/Omsk",
        Phone = "8 916 123-45-67",
        OwnerName = "Борис",
        Email = Email,
        Password = "ножницы и бритва",
    };

    private static (string, string)[] Form(string password = "ножницы и бритва") =>
    [
        ("_handler", "new-company"), ("Name", "Цирюльня"), ("Trade", "Beauty"), ("TimeZone", "Asia/Omsk"), ("Phone", "8 916 123-45-67"), ("Address", ""),
        ("OwnerName", "Борис"), ("Email", Email), ("Password", password),
    ];
}
