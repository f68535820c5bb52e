using System.Text;
using Kabinet.Customers;
using Kabinet.Staff;
using Kabinet.Web.Tests.Publication;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Customers;

public class ConsentLogTests(PostgresCluster postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task It_says_who_agreed_to_what_when_and_who_withdrew_it_found_in_every_way(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await AgreeAsync(salon, "Мария Ковалёва", "+7 916 123-45-67", "12:00");
        salon.Clock.Advance(TimeSpan.FromMinutes(1));
        await AgreeAsync(salon, "Ольга Петрова", "+7 916 000-00-02", "16:00", withAdvertising: true);
        await using (var db = salon.Db())
        {
            (await db.Consents.SingleAsync(consent => consent.Kind == ConsentKind.Advertising, Cancel)).Withdraw(salon.Now);
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Equal(["Ольга Петрова", "Ольга Петрова", "Мария Ковалёва"], (await PageAsync(salon)).Rows.Select(row => row.Name));
        Assert.Equal(["Мария Ковалёва"], (await PageAsync(salon, "q=ковалёва")).Rows.Select(row => row.Name));
        Assert.Equal(["Мария Ковалёва"], (await PageAsync(salon, "q=8 916 123")).Rows.Select(row => row.Name));
        Assert.Equal(salon.Now, Assert.Single((await PageAsync(salon, "text=advertising")).Rows).Consent.Withdrawn);
        Assert.Equal(2, (await PageAsync(salon, "in-force=true")).Count);
        Assert.Equal(1, (await PageAsync(salon, "in-force=false")).Count);
        Assert.Equal(3, (await PageAsync(salon, "version=1")).Count);
        Assert.Equal(0, (await PageAsync(salon, "version=2")).Count);
    }

    [Theory, OnBothDatabases]
    public async Task No_row_is_on_two_pages_and_none_is_of_another_company(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var order = await AgreeAsync(salon, "Мария", "+7 916 123-45-67", "12:00");
        await using (var db = salon.Db())
        {
            foreach (var _ in Enumerable.Range(0, ConsentLog.PageSize))
                db.Add(new Consent(salon.Company.Id, Guid.NewGuid(), order.CustomerId, ConsentKind.Advertising, 1, Guid.NewGuid(), "203.0.113.7", salon.Now));
            await db.SaveChangesAsync(Cancel);
        }
        var rival = await salon.RivalAsync();

        var (first, second, past) = (await PageAsync(salon), await PageAsync(salon, "page=2"), await PageAsync(salon, "page=9"));

        Assert.Equal((ConsentLog.PageSize, 1, 2), (first.Rows.Count, second.Rows.Count, past.Number));
        Assert.Empty(first.Rows.Select(row => row.Consent.Id).Intersect(second.Rows.Select(row => row.Consent.Id)));
        Assert.Equal(0, (await salon.Use<ConsentLog>().PageAsync(rival.CompanyId, new ConsentLogFilter(), Cancel)).Count);
    }

    [Fact]
    public async Task Its_file_opens_in_a_Russian_spreadsheet_and_runs_nothing_there()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        var salon = site.Salon;
        await salon.HireAsync(SalonStaff.IrinasEmail, "Ирина", StaffRole.Manager);
        await AgreeAsync(salon, "=HYPERLINK(\"http://evil.example\";\"Мария\")", "+7 916 123-45-67", "12:00");
        await AgreeAsync(salon, "Ольга", "+7 916 000-00-02", "16:00");
        using var irina = new OfficeBrowser(site);
        await irina.SignInAsync(SalonStaff.IrinasEmail, SalonStaff.Password);

        var (content, headers) = await irina.DownloadAsync(ConsentLogFile.Path + "?q=hyperlink");

        Assert.Equal("mint-consents-2026-03-02.csv", headers.ContentDisposition!.FileName);
        Assert.Equal(Encoding.UTF8.Preamble, content.AsSpan(0, 3));
        Assert.Equal(
            "Дано;Клиент;Телефон;Текст;Редакция;Отозвано;Сетевой адрес\r\n"
            + "02.03.2026 09:00;\"'=HYPERLINK(\"\"http://evil.example\"\";\"\"Мария\"\")\";7 916 123-45-67;Согласие на обработку персональных данных;1;;203.0.113.7\r\n",
            Encoding.UTF8.GetString(content.AsSpan(3)).Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task A_specialist_and_a_stranger_do_not_get_it()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await site.Salon.HireAsync(SalonStaff.AnnasEmail, "Анна", StaffRole.Specialist, site.Salon.Company.Anna);
        using var anna = new OfficeBrowser(site);
        await anna.SignInAsync(SalonStaff.AnnasEmail, SalonStaff.Password);
        using var stranger = new OfficeBrowser(site);

        foreach (var path in new[] { PersonalDataPage.Path, ConsentLogPage.Path, ConsentLogFile.Path })
        {
            Assert.StartsWith("/office/no-access", await anna.RedirectOfAsync(path), StringComparison.Ordinal);
            Assert.StartsWith("/office/sign-in", await stranger.RedirectOfAsync(path), StringComparison.Ordinal);
        }
    }

    private static async Task<WorkOrder> AgreeAsync(Salon salon, string name, string phone, string time, bool withAdvertising = false) =>
        (await salon.BookAsync(Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At(time), phone, name) with { AgreesToAdvertising = withAdvertising })).Value;

    private static Task<LoggedConsents> PageAsync(Salon salon, string query = "") =>
        salon.Use<ConsentLog>().PageAsync(salon.Company.Id, ConsentLogFilter.Parse(query), Cancel);
}
