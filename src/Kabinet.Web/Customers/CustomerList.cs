using Kabinet.Data;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Customers;

/// <param name="Number">Of the page, from 1; the last one where the page asked for is past it.</param>
public sealed record CustomerPage(IReadOnlyList<Customer> Rows, int Number, int Count)
{
    public int PageCount => Math.Max(1, (Count + CustomerList.PageSize - 1) / CustomerList.PageSize);
}

/// <summary>«Клиенты»: the company's base, by name.</summary>
public sealed class CustomerList(Databases databases)
{
    public const int PageSize = 50;

    /// <param name="search">Words of the name or part of the phone; empty: all.</param>
    /// <param name="phone">E.164, exactly; null: any.</param>
    public async Task<CustomerPage> PageAsync(SignedInMember member, string search, string? phone, int number, CancellationToken cancel = default)
    {
        await using var db = databases.Open(member.CompanyId);
        var customers = db.CustomersSeenBy(member).AsNoTracking();
        foreach (var word in SearchWords.Of(search)) customers = customers.Where(customer => customer.SearchText.Contains(word));
        if (phone is not null) customers = customers.Where(customer => customer.Phone == phone);

        var count = await customers.CountAsync(cancel);
        number = Math.Clamp(number, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        // The same order every time, or a row could be on two pages.
        var rows = await customers.OrderBy(customer => customer.SearchText).ThenBy(customer => customer.Id)
            .Skip((number - 1) * PageSize).Take(PageSize)
            .ToListAsync(cancel);
        return new CustomerPage(rows, number, count);
    }

    /// <summary>Null: there is none, or not for this member.</summary>
    public async Task<Customer?> FindAsync(SignedInMember member, int id, CancellationToken cancel = default)
    {
        await using var db = databases.Open(member.CompanyId);
        return await db.CustomersSeenBy(member).AsNoTracking().FirstOrDefaultAsync(customer => customer.Id == id, cancel);
    }
}
