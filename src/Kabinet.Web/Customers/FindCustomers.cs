using Kabinet.Data;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Customers;

/// <param name="Phone">E.164, or empty.</param>
public sealed record FoundCustomer(int Id, string Name, string Phone);

/// <summary>Customers by part of the name or of the phone, for staff: a specialist finds those whose work orders he sees.</summary>
public sealed class FindCustomers(Databases databases)
{
    private const int Most = 8;

    public async Task<IReadOnlyList<FoundCustomer>> RunAsync(SignedInMember member, string typed, CancellationToken cancel = default)
    {
        var words = SearchWords.Of(typed);
        if (words.Count == 0) return [];
        await using var db = databases.Open(member.CompanyId);
        var customers = db.CustomersSeenBy(member);
        foreach (var word in words) customers = customers.Where(customer => customer.SearchText.Contains(word));
        return await customers.OrderBy(customer => customer.SearchText).Take(Most)
            .Select(customer => new FoundCustomer(customer.Id, customer.Name, customer.Phone ?? ""))
            .ToListAsync(cancel);
    }

    public async Task<string?> NameAsync(SignedInMember member, int id, CancellationToken cancel = default)
    {
        await using var db = databases.Open(member.CompanyId);
        return await db.CustomersSeenBy(member).Where(customer => customer.Id == id).Select(customer => customer.Name).FirstOrDefaultAsync(cancel);
    }
}

internal static class VisibleCustomers
{
    /// <summary>Owner and managers see every customer of the company, a specialist those of the work orders that he sees.</summary>
    public static IQueryable<Customer> CustomersSeenBy(this AppDb db, SignedInMember member)
    {
        if (member.IsManagement) return db.Customers;
        var orders = db.WorkOrders.SeenBy(member);
        return db.Customers.Where(customer => orders.Any(order => order.CustomerId == customer.Id));
    }
}
