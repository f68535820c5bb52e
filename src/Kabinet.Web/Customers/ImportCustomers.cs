using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.Exchange.Tables;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>Customers of a table: all that were confirmed in one transaction, or nobody. Rows are read and checked before it begins, so that others wait only for the writing.</summary>
public sealed class ImportCustomers(Databases databases, CompanyWork work, IClock clock) : ITableImport
{
    private const int AtOnce = 1000;

    public IReadOnlyList<TableField> Fields => CustomerColumns.All;

    public async Task<Outcome<ImportPreview>> PreviewAsync(SignedInMember member, MappedTable table, bool overwrites, Action<int> progress, CancellationToken cancel = default)
    {
        if (Refusals(member, table) is { Count: > 0 } refusals) return refusals;
        await using var db = databases.Open(member.CompanyId);
        var today = await TodayAsync(db, cancel);
        var plan = new CustomerPlan(db, table, WithPhones(db).AsNoTracking(), overwrites, today);
        var tally = Tally(table);
        var done = 0;
        foreach (var some in Read(table, today).Chunk(AtOnce))
        {
            foreach (var row in await plan.OfAsync(some, cancel)) tally.Add(row);
            progress(done += some.Length);
        }
        return tally.Preview;
    }

    public async Task<Outcome<ImportSummary>> RunAsync(SignedInMember member, MappedTable table, ConfirmedImport confirmed, Action<int> progress, CancellationToken cancel = default)
    {
        if (Refusals(member, table) is { Count: > 0 } refusals) return refusals;
        var (rows, today) = await ReadAllAsync(member, table, cancel);
        return await work.ChangeAsync<ImportSummary>(member.CompanyId, async (db, company) =>
        {
            var plan = new CustomerPlan(db, table, WithPhones(db), confirmed.Overwrites, today);
            var tally = Tally(table);
            await using var writer = new RowWriter(db);
            var done = 0;
            foreach (var some in rows.Chunk(AtOnce))
            {
                var planned = await plan.OfAsync(some, cancel);
                foreach (var row in planned) tally.Add(row);
                await WriteAsync(db, writer, company, planned, cancel);
                progress(done += some.Length);
            }
            if (tally.RefusalOf(confirmed) is { } reason) return reason;
            await db.LinkAllAccountsAsync(cancel);
            return tally.Summary;
        }, cancel);
    }

    private static List<Refusal> Refusals(SignedInMember member, MappedTable table) =>
        member.IsManagement ? table.Mapping.Missing(CustomerColumns.All) : [new Refusal(RefusalReason.ManagementOnly)];

    private static IEnumerable<ReadCustomer> Read(MappedTable table, LocalDate today) => table.Rows.Select(row => ReadCustomer.Of(table, row, today));

    private static ImportTally<CustomerForm, Customer> Tally(MappedTable table) => new(table.Mapping.Held(CustomerColumns.All), CustomerColumns.Show);

    private static IQueryable<Customer> WithPhones(AppDb db) => db.Customers.Include(one => one.Phones.OrderBy(phone => phone.Position));

    private async Task WriteAsync(AppDb db, RowWriter writer, Company company, IReadOnlyList<PlannedRow<CustomerForm, Customer>> planned, CancellationToken cancel)
    {
        foreach (var row in planned.Where(row => row.Fate == RowFate.Changed)) row.Card!.Write(row.Form);
        await db.SaveChangesAsync(cancel);
        // Done with: the next ones need the memory.
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.Entity is Customer or CustomerPhone).ToList()) entry.State = EntityState.Detached;

        var now = clock.GetCurrentInstant();
        List<Customer> made = [];
        foreach (var form in planned.Where(row => row.Fate == RowFate.New).Select(row => row.Form))
        {
            var customer = new Customer(company.Id, company.TakeId(), form.Name!, null, null, now);
            customer.Write(form);
            made.Add(customer);
        }
        await writer.WriteAsync([.. made, .. made.SelectMany(customer => customer.Phones)], cancel);
    }

    private async Task<(IReadOnlyList<ReadCustomer> Rows, LocalDate Today)> ReadAllAsync(SignedInMember member, MappedTable table, CancellationToken cancel)
    {
        await using var db = databases.Open(member.CompanyId);
        var today = await TodayAsync(db, cancel);
        var rows = new List<ReadCustomer>(table.RowCount);
        foreach (var row in Read(table, today))
        {
            cancel.ThrowIfCancellationRequested();
            rows.Add(row);
        }
        return (rows, today);
    }

    private async Task<LocalDate> TodayAsync(AppDb db, CancellationToken cancel) =>
        clock.GetCurrentInstant().InZone((await db.Companies.AsNoTracking().SingleAsync(company => company.Id == db.CompanyId, cancel)).Zone).Date;
}
