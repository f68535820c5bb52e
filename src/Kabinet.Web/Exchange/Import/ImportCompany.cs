using Kabinet.Companies;
using Kabinet.Customers;
using Kabinet.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Exchange.Import;

/// <summary>A company made of a file, or everything that stands against it.</summary>
/// <param name="Company">Null when there are problems.</param>
internal sealed record ImportOutcome(Company? Company, IReadOnlyList<FileProblem> Problems);

/// <param name="Done">Of so many work orders.</param>
internal readonly record struct ImportProgress(string Step, int Done = 0, int Of = 0);

/// <summary>
/// Makes a new company of a file: all of it in one transaction, or nothing. Clients are told nothing of orders that were agreed elsewhere; a
/// reminder that is still to come will come.
/// </summary>
internal sealed class ImportCompany(Databases databases, IClock clock)
{
    private const int AtOnce = 1000;

    /// <summary>200 MB at most: with SQLite's usual 2 MB the pages of the transaction would go to the disk and back for every index.</summary>
    private const string RoomForTheTransaction = "PRAGMA cache_size = -200000";

    /// <summary>Null where there are problems; all of them, be they of form or of meaning.</summary>
    public static CheckedFile? Read(ReadOnlyMemory<byte> utf8, Instant now, out IReadOnlyList<FileProblem> problems)
    {
        var read = StrictJson.ReadMended<CompanyFile>(utf8, CompanyFileJson.Options);
        var found = new FileProblems(read.Problems.Select(FileProblem.Of));
        var file = read.Value is { } value ? CheckFile.Run(value, now, found) : null;
        problems = found.All;
        return file;
    }

    /// <param name="withIt">Written in the same transaction, when the company has its id.</param>
    public async Task<ImportOutcome> RunAsync(CheckedFile file, Action<ImportProgress> progress, Func<AppDb, Company, Task>? withIt = null, CancellationToken cancel = default)
    {
        var now = clock.GetCurrentInstant();
        using var gate = await databases.EnterWriteGateAsync(cancel);
        await using var db = databases.Open();
        await db.Database.OpenConnectionAsync(cancel);
        if (!databases.IsPostgres) await db.Database.ExecuteSqlRawAsync(RoomForTheTransaction, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await AddCompanyAsync(db, file, cancel) is not { } company)
            return new(null, [new("company.address", $"there is a company at '{file.Company.Address}' already")]);

        var rows = new CatalogueRows(file, company, now);
        await using var writer = new RowWriter(db);
        await writer.WriteAsync(rows.All, cancel);
        await AddOrdersAsync(writer, company, file, new OrderRows(company, rows, now), progress, cancel);
        if (withIt is not null) await withIt(db, company);
        // The version that the marks of occupied days speak of, the ids and numbers that were taken, the settings that name a state.
        company.Touch();
        await db.SaveChangesAsync(cancel);
        progress(new("Writing it down"));
        await transaction.CommitAsync(CancellationToken.None);
        return new(company, []);
    }

    /// <summary>Null: there is a company at that address.</summary>
    private static async Task<Company?> AddCompanyAsync(AppDb db, CheckedFile file, CancellationToken cancel)
    {
        var entry = file.Company;
        var about = entry.About ?? new();
        var company = new Company(entry.Address, entry.Name.Trim(), entry.TimeZone)
        {
            About = about with
            {
                Phone = Phones.Normalise(about.Phone) ?? "",
                OtherPhones = AboutForm.KeptPhones(about.OtherPhones),
                Links = AboutForm.KeptLinks(about.Links),
            },
            Appearance = entry.Appearance ?? new(),
        };
        if (entry.IsPublished) company.Publish();
        return await db.TryAddAsync(company, cancel) ? company : null;
    }

    /// <summary>In the order in which they were made, as numbers rise in life.</summary>
    private static async Task AddOrdersAsync(
        RowWriter writer, Company company, CheckedFile file, OrderRows rows, Action<ImportProgress> progress, CancellationToken cancel)
    {
        foreach (var order in file.Orders)
            if (order.Entry.Number is { } number) company.PassOrderNumber(number);
        var done = 0;
        foreach (var some in file.Orders.OrderBy(order => order.Created).ThenBy(order => order.Place).Chunk(AtOnce))
        {
            await writer.WriteAsync(some.SelectMany(order => rows.Of(order, order.Entry.Number ?? company.TakeOrderNumber())), cancel);
            progress(new("Writing work orders", done += some.Length, file.Orders.Count));
        }
    }
}
