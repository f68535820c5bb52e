using Kabinet.Companies;
using Kabinet.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>The company's base of customers inside a transaction: a phone belongs to one of them.</summary>
internal static class CustomerBase
{
    /// <summary>Who has that phone, be it the main one or another of his: nobody, or one.</summary>
    /// <remarks>From the phone to its customer, two keys: asked the other way round, SQLite would try every customer of the company.</remarks>
    /// <param name="phone">E.164; null: nobody's.</param>
    public static IQueryable<Customer> CustomersOf(this AppDb db, string? phone) =>
        db.CustomerPhones.Where(one => one.Number == phone).Join(db.Customers, one => one.CustomerId, customer => customer.Id, (_, customer) => customer);

    /// <summary>Each phone that somebody else has, with his card.</summary>
    /// <param name="form">Checked.</param>
    public static async Task<List<Refusal>> CheckPhonesAsync(this AppDb db, CustomerForm form, int? exceptId, CancellationToken cancel)
    {
        var numbers = form.Phones;
        var owners = await db.CustomerPhones.Where(one => numbers.Contains(one.Number) && one.CustomerId != exceptId).ToDictionaryAsync(one => one.Number, one => one.CustomerId, cancel);
        return [.. numbers.Select((number, i) => (number, Field: i == 0 ? "phone" : $"otherPhones[{i - 1}]")).Where(one => owners.ContainsKey(one.number))
            .Select(one => new Refusal(RefusalReason.PhoneTaken, one.Field) { CustomerId = owners[one.number] })];
    }

    /// <summary>What is written in his card from now on.</summary>
    /// <param name="form">Checked.</param>
    public static void Write(this Customer customer, CustomerForm form)
    {
        customer.Correct(form.Name!, form.Phones, form.Email);
        customer.Describe(form.Birthday, form.Tags, form.Notes, form.Source, form.IsBlackListed);
    }

    /// <summary>Who has that phone. A known customer's card is not rewritten by whoever types the phone.</summary>
    public static async Task<Customer> FindOrCreateCustomerAsync(this AppDb db, Company company, Contact contact, Instant now, CancellationToken cancel)
    {
        if (await db.CustomersOf(contact.Phone).FirstOrDefaultAsync(cancel) is { } known) return known;
        var created = new Customer(company.Id, company.TakeId(), contact.Name, contact.Phone, contact.Email, now);
        db.Add(created);
        return created;
    }

    /// <summary>The account of the cabinet is of who proved the phone, and follows it from customer to customer.</summary>
    /// <param name="customer">With his phones.</param>
    public static async Task LinkAccountsAsync(this AppDb db, Customer customer, CancellationToken cancel)
    {
        var numbers = customer.Phones.Select(phone => phone.Number).ToList();
        foreach (var account in await db.ClientAccounts.Where(one => one.CustomerId == customer.Id || numbers.Contains(one.Phone)).ToListAsync(cancel))
        {
            if (numbers.Contains(account.Phone)) account.LinkTo(customer);
            else account.Unlink();
        }
    }

    /// <summary>After many cards were written: every account is of who has its phone. It takes no phone from anybody.</summary>
    public static Task LinkAllAccountsAsync(this AppDb db, CancellationToken cancel) => db.ClientAccounts
        .Where(account => db.CustomerPhones.Any(phone => phone.Number == account.Phone && phone.CustomerId != account.CustomerId))
        .ExecuteUpdateAsync(set => set.SetProperty(account => account.CustomerId, account => db.CustomerPhones.Where(phone => phone.Number == account.Phone).Select(phone => (int?)phone.CustomerId).First()), cancel);
}
