using Kabinet.Companies;
using Kabinet.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>The company's base of customers inside a transaction: a phone belongs to one of them.</summary>
internal static class CustomerBase
{
    /// <summary>Null: nobody else has that phone.</summary>
    public static async Task<Refusal?> CheckPhoneAsync(this AppDb db, string? phone, int? exceptId, CancellationToken cancel) =>
        phone is not null && await db.Customers.AnyAsync(customer => customer.Phone == phone && customer.Id != exceptId, cancel)
            ? new Refusal(RefusalReason.PhoneTaken, "phone")
            : null;

    /// <summary>Who has that phone. A known customer's card is not rewritten by whoever types the phone.</summary>
    public static async Task<Customer> FindOrCreateCustomerAsync(this AppDb db, Company company, Contact contact, Instant now, CancellationToken cancel)
    {
        if (await db.Customers.FirstOrDefaultAsync(customer => customer.Phone == contact.Phone, cancel) is { } known) return known;
        var created = new Customer(company.Id, company.TakeId(), contact.Name, contact.Phone, contact.Email, now);
        db.Add(created);
        return created;
    }

    /// <summary>The account of the cabinet is of who proved the phone, and follows it from customer to customer.</summary>
    public static async Task LinkAccountsAsync(this AppDb db, Customer customer, CancellationToken cancel)
    {
        foreach (var account in await db.ClientAccounts.Where(one => one.CustomerId == customer.Id || one.Phone == customer.Phone).ToListAsync(cancel))
        {
            if (account.Phone == customer.Phone) account.LinkTo(customer);
            else account.Unlink();
        }
    }
}
