using System.Net;
using System.Text;
using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.Exchange.Tables;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Customers;

/// <summary>Olga takes her customers out of the list and loads them again.</summary>
public class CustomersFileTests(PostgresCluster postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite, CustomersFile.CsvPath), InlineData(Store.Sqlite, CustomersFile.XlsxPath), InlineData(Store.Postgres, CustomersFile.CsvPath), InlineData(Store.Postgres, CustomersFile.XlsxPath)]
    public async Task What_was_taken_out_changes_nothing_when_it_is_loaded_again(Store store, string path)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var salon = site.Salon;
        await AddAsync(salon);
        using var desk = await DeskAsync(site, SalonStaff.OlgasEmail, StaffRole.Owner);

        var (content, headers) = await desk.DownloadAsync(path);
        Assert.Equal($"mint-customers-2026-03-02{Path.GetExtension(path)}", headers.ContentDisposition!.FileName);
        using var file = new CustomerFile(salon, new MemoryStream(content));
        Assert.Equal(new ImportSummary(New: 0, Changed: 0, Same: 3, Repeated: 0, Refused: 0), (await file.PreviewAsync(overwrites: true)).Value.Summary);
    }

    [Theory, OnBothDatabases]
    public async Task No_cell_of_the_csv_is_a_formula(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        await AddAsync(site.Salon);
        using var desk = await DeskAsync(site, SalonStaff.OlgasEmail, StaffRole.Owner);

        var text = Encoding.UTF8.GetString((await desk.DownloadAsync(CustomersFile.CsvPath)).Content);
        Assert.StartsWith("\uFEFFИмя или название;Телефоны;Почта;", text, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task The_file_has_what_the_list_shows_and_of_this_company_alone(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var salon = site.Salon;
        await AddAsync(salon);
        var neighbour = await TestCompany.CreateAsync(salon.Use<Databases>(), salon.Now, "neighbour");
        await salon.Use<BookAppointment>().RunAsync(neighbour.Id, Salon.Form(neighbour.Haircut, neighbour.Anna, Salon.At("12:00"), name: "Сосед Соседов"), Salon.Client(), Cancel);
        using var desk = await DeskAsync(site, SalonStaff.OlgasEmail, StaffRole.Owner);

        var all = Encoding.UTF8.GetString((await desk.DownloadAsync(CustomersFile.CsvPath)).Content);
        Assert.Contains("Мария", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Сосед", all, StringComparison.Ordinal);
        var vips = Encoding.UTF8.GetString((await desk.DownloadAsync(CustomersFile.CsvPath + "?tag=vip")).Content);
        Assert.Contains("Мария", vips, StringComparison.Ordinal);
        Assert.DoesNotContain("Пётр", vips, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_but_owner_and_managers_takes_the_base_along(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        await AddAsync(site.Salon);
        using var stranger = new OfficeBrowser(site);
        using OfficeBrowser anna = await DeskAsync(site, SalonStaff.AnnasEmail, StaffRole.Specialist), irina = await DeskAsync(site, SalonStaff.IrinasEmail, StaffRole.Manager);

        foreach (var path in new[] { CustomersFile.CsvPath, CustomersFile.XlsxPath })
        {
            Assert.StartsWith("/office/sign-in", await stranger.RedirectOfAsync(path), StringComparison.Ordinal);
            Assert.StartsWith("/office/no-access", await anna.RedirectOfAsync(path), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, await irina.StatusOfAsync(path));
        }
    }

    /// <summary>Three, with all that makes tables go wrong.</summary>
    private static async Task AddAsync(Salon salon)
    {
        var create = salon.Use<CreateCustomer>();
        CustomerForm[] forms =
        [
            new("Мария «Маша»; \"кавычки\"", "+79161234567", "maria@example.com") { OtherPhones = ["+79031112233"], Birthday = new LocalDate(1990, 5, 17), Tags = ["vip", "аллергия"], Notes = "Строка\nи ещё одна; с точкой с запятой", Source = "Сарафан" },
            new("=HYPERLINK(\"https://evil.example\")", "+79169990000", null) { Notes = "@SUM(1)", IsBlackListed = true },
            new("Пётр", null, null),
        ];
        foreach (var form in forms) Assert.Empty((await create.RunAsync(salon.Olga(), form, Cancel)).Refusals);
    }

    private static async Task<OfficeBrowser> DeskAsync(SalonSite site, string email, StaffRole role)
    {
        await site.Salon.HireAsync(email, "Сотрудник", role);
        var desk = new OfficeBrowser(site);
        await desk.SignInAsync(email, SalonStaff.Password);
        return desk;
    }
}
