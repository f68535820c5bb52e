using System.Text;
using Kabinet.Exchange.Tables;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>«Выгрузить»: the customers, filtered as the list is, as a table under the headings by which it can be loaded again.</summary>
internal static class CustomersFile
{
    public const string CsvPath = CustomersPage.ListPath + ".csv", XlsxPath = CustomersPage.ListPath + ".xlsx";

    private const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly IReadOnlyList<string> Headings = [.. CustomerColumns.All.Select(field => field.Name)];

    /// <summary>Written while it is read.</summary>
    public static async Task<IResult> CsvAsync(HttpContext http, CustomerList list, CompanySnapshots snapshots, IClock clock)
    {
        var (customers, name) = await AskedAsync(http, list, snapshots, clock);
        return Results.Stream(file => WriteAsync(file, customers), "text/csv; charset=utf-8", name + ".csv");
    }

    public static async Task<IResult> XlsxAsync(HttpContext http, CustomerList list, CompanySnapshots snapshots, IClock clock)
    {
        var (customers, name) = await AskedAsync(http, list, snapshots, clock);
        var rows = customers.ToBlockingEnumerable(http.RequestAborted).Select(Cells);
        return Results.Stream(await Task.Run(() => XlsxFile.Of("Клиенты", Headings, rows), http.RequestAborted), XlsxType, name + ".xlsx");
    }

    private static async Task<(IAsyncEnumerable<Customer> Customers, string Name)> AskedAsync(HttpContext http, CustomerList list, CompanySnapshots snapshots, IClock clock)
    {
        var member = SignedInMember.Of(http.User)!;
        var company = (await snapshots.GetAsync(member.CompanyId, http.RequestAborted)).Catalogue.Company;
        var today = clock.GetCurrentInstant().InZone(company.Zone).Date;
        http.Response.Headers.CacheControl = "no-store";
        return (list.AllAsync(member, CustomerListFilter.Parse(http.Request.QueryString.Value ?? ""), http.RequestAborted), $"{company.Slug}-customers-{today:uuuu-MM-dd}");
    }

    private static async Task WriteAsync(Stream file, IAsyncEnumerable<Customer> customers)
    {
        await using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync(CsvLine.Of(Headings));
        await foreach (var customer in customers) await writer.WriteAsync(CsvLine.Of(Cells(customer)));
    }

    private static IEnumerable<string> Cells(Customer customer)
    {
        var form = CustomerForm.Of(customer);
        return CustomerColumns.All.Select(field => CustomerColumns.Show(form, field));
    }
}
