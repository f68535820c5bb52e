using System.Runtime.CompilerServices;
using Kabinet.Data;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <param name="Customer">With his phones.</param>
public sealed record CustomerRow(Customer Customer, VisitSummary Visits);

/// <param name="Number">Of the page, from 1; the last one where the page asked for is past it.</param>
/// <param name="Count">Of all customers that the filter lets through.</param>
public sealed record CustomerRows(IReadOnlyList<CustomerRow> Rows, int Number, int Count)
{
    public int PageCount => Math.Max(1, (Count + CustomerList.PageSize - 1) / CustomerList.PageSize);
}

/// <summary>The words that cards of the base have, in alphabetical order.</summary>
public sealed record CustomerWords(IReadOnlyList<string> Tags, IReadOnlyList<string> Sources);

/// <summary>«Клиенты»: the company's base, by name. A specialist sees those of his own work orders.</summary>
public sealed class CustomerList(Databases databases, IClock clock)
{
    public const int PageSize = 50;

    public async Task<CustomerRows> PageAsync(SignedInMember member, CustomerListFilter filter, CancellationToken cancel = default)
    {
        await using var db = databases.Open(member.CompanyId);
        var found = Found(db, member, filter);
        var count = await found.CountAsync(cancel);
        var number = Math.Clamp(filter.Page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        // The same order every time, or a row could be on two pages.
        var customers = await InOrder(found).Skip((number - 1) * PageSize).Take(PageSize).Include(customer => customer.Phones.OrderBy(phone => phone.Position)).ToListAsync(cancel);
        var visits = await db.SummariesAsync(member, [.. customers.Select(customer => customer.Id)], clock.GetCurrentInstant(), cancel);
        return new CustomerRows([.. customers.Select(customer => new CustomerRow(customer, visits.GetValueOrDefault(customer.Id, VisitSummary.None)))], number, count);
    }

    /// <summary>All that the filter lets through, whichever page it names, with their phones, read as they are asked for.</summary>
    public async IAsyncEnumerable<Customer> AllAsync(SignedInMember member, CustomerListFilter filter, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = databases.Open(member.CompanyId);
        var customers = InOrder(Found(db, member, filter)).Include(customer => customer.Phones.OrderBy(phone => phone.Position));
        await foreach (var customer in customers.AsAsyncEnumerable().WithCancellation(cancel)) yield return customer;
    }

    /// <summary>Null: there is none, or not for this member.</summary>
    public async Task<Customer?> FindAsync(SignedInMember member, int id, CancellationToken cancel = default)
    {
        await using var db = databases.Open(member.CompanyId);
        return await db.CustomersSeenBy(member).AsNoTracking().Include(customer => customer.Phones.OrderBy(phone => phone.Position))
            .FirstOrDefaultAsync(customer => customer.Id == id, cancel);
    }

    /// <summary>Where a card went that became part of another; null: nowhere, or not for this member.</summary>
    public async Task<int?> MergedIntoAsync(SignedInMember member, int id, CancellationToken cancel = default)
    {
        await using var db = databases.Open(member.CompanyId);
        var seen = db.CustomersSeenBy(member);
        return await db.MergedCustomers.Where(one => one.Id == id && seen.Any(customer => customer.Id == one.IntoId)).Select(one => (int?)one.IntoId).FirstOrDefaultAsync(cancel);
    }

    public async Task<CustomerWords> WordsAsync(SignedInMember member, CancellationToken cancel = default)
    {
        await using var db = databases.Open(member.CompanyId);
        var customers = db.CustomersSeenBy(member).AsNoTracking();
        // Each set of tags once: a database that keeps lists as JSON takes none apart.
        var tags = await customers.Where(customer => customer.Tags.Count > 0).Select(customer => customer.Tags).Distinct().ToListAsync(cancel);
        var sources = await customers.Where(customer => customer.Source != "").Select(customer => customer.Source).Distinct().ToListAsync(cancel);
        return new CustomerWords([.. tags.SelectMany(some => some).Distinct().Order(StringComparer.CurrentCultureIgnoreCase)], [.. sources.Order(StringComparer.CurrentCultureIgnoreCase)]);
    }

    private static IQueryable<Customer> Found(AppDb db, SignedInMember member, CustomerListFilter filter) =>
        Narrow(db, db.CustomersSeenBy(member).AsNoTracking().Where(customer => customer.Anonymised == null), filter);

    private static IOrderedQueryable<Customer> InOrder(IQueryable<Customer> customers) => customers.OrderBy(customer => customer.SearchText).ThenBy(customer => customer.Id);

    private static IQueryable<Customer> Narrow(AppDb db, IQueryable<Customer> customers, CustomerListFilter filter)
    {
        foreach (var word in SearchWords.Of(filter.Search)) customers = customers.Where(customer => customer.SearchText.Contains(word));
        if (filter.Phone is { } phone) customers = customers.Where(customer => db.CustomerPhones.Where(one => one.Number == phone).Select(one => one.CustomerId).Contains(customer.Id));
        if (filter.Tag is { } tag) customers = customers.Where(customer => customer.Tags.Contains(tag));
        if (filter.Source is { } source) customers = customers.Where(customer => customer.Source == source);
        if (filter.IsBlackListed is { } isBlackListed) customers = customers.Where(customer => customer.IsBlackListed == isBlackListed);
        return customers;
    }
}
