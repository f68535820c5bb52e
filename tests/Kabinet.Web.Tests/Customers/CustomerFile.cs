using Kabinet.Customers;
using Kabinet.Exchange.Tables;
using Kabinet.Staff;
using Kabinet.Web.Tests.Exchange.Tables;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Customers;

/// <summary>A file of customers on its way into the salon, its columns found by their headings.</summary>
internal sealed class CustomerFile : IDisposable
{
    private readonly Salon salon;
    private readonly MappedTable table;

    public CustomerFile(Salon salon, string text) : this(salon, Files.Text(text)) { }

    public CustomerFile(Salon salon, Stream file)
    {
        this.salon = salon;
        var opened = Table.Open(file).Value;
        var survey = TableSurvey.Of(opened, opened.Sheets[0], CustomerColumns.All, Cancel).Value;
        table = new MappedTable(opened, survey, ColumnMapping.Guess(CustomerColumns.All, [.. survey.Columns.Select(column => column.Heading)]));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Task<Outcome<ImportPreview>> PreviewAsync(bool overwrites = false, SignedInMember? member = null) =>
        salon.Use<ImportCustomers>().PreviewAsync(member ?? salon.Olga(), table, overwrites, _ => { }, Cancel);

    /// <summary>What the preview shows is agreed to.</summary>
    public async Task<Outcome<ImportSummary>> LoadAsync(bool overwrites = false, bool skipsRefused = false) =>
        await RunAsync(new ConfirmedImport(overwrites, skipsRefused, (await PreviewAsync(overwrites)).Value.Summary));

    public Task<Outcome<ImportSummary>> RunAsync(ConfirmedImport confirmed, SignedInMember? member = null, Action<int>? progress = null, CancellationToken? cancel = null) =>
        salon.Use<ImportCustomers>().RunAsync(member ?? salon.Olga(), table, confirmed, progress ?? (_ => { }), cancel ?? Cancel);

    public void Dispose() => table.Table.Dispose();
}

internal static class SalonCustomers
{
    /// <summary>Everybody in the base, as a line each: name, phones, e-mail, birthday, tags, source, notes.</summary>
    public static async Task<List<string>> CustomersAsync(this Salon salon)
    {
        await using var db = salon.Db();
        var customers = await db.Customers.AsNoTracking().Include(one => one.Phones.OrderBy(phone => phone.Position)).OrderBy(one => one.Id).ToListAsync(TestContext.Current.CancellationToken);
        return [.. customers.Select(one => $"{one.Name}|{string.Join(",", one.Phones.Select(phone => phone.Number))}|{one.Email}|{one.Birthday:uuuu-MM-dd}|{string.Join(",", one.Tags)}|{one.Source}|{one.Notes}{(one.IsBlackListed ? "|чёрный список" : "")}")];
    }
}
