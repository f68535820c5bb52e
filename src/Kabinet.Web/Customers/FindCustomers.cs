using Kabinet.Data;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Customers;

/// <param name="Phone">E.164, or empty.</param>
public sealed record FoundCustomer(int Id, string Name, string Phone);

/// <summary>Customers by part of the name or of the phone, for staff.</summary>
public sealed class FindCustomers(Databases databases)
{
    private const int Most = 8;

    public async Task<IReadOnlyList<FoundCustomer>> RunAsync(int companyId, string typed, CancellationToken cancel = default)
    {
        var words = SearchWords.Of(typed);
        if (words.Count == 0) return [];
        await using var db = databases.Open(companyId);
        IQueryable<Customer> customers = db.Customers;
        foreach (var word in words) customers = customers.Where(customer => customer.SearchText.Contains(word));
        return await customers.OrderBy(customer => customer.SearchText).Take(Most)
            .Select(customer => new FoundCustomer(customer.Id, customer.Name, customer.Phone ?? ""))
            .ToListAsync(cancel);
    }

    public async Task<string?> NameAsync(int companyId, int id, CancellationToken cancel = default)
    {
        await using var db = databases.Open(companyId);
        return await db.Customers.Where(customer => customer.Id == id).Select(customer => customer.Name).FirstOrDefaultAsync(cancel);
    }
}
