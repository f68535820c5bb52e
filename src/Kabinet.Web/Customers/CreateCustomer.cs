using Kabinet.Data;
using Kabinet.Staff;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>A new customer in the company's base.</summary>
public sealed class CreateCustomer(CompanyWork work, IClock clock)
{
    public Task<Outcome<Customer>> RunAsync(SignedInMember member, CustomerForm form, CancellationToken cancel = default) =>
        work.ChangeAsync<Customer>(member.CompanyId, async (db, company) =>
        {
            var known = form.Check();
            if (known.IsRefused) return (List<Refusal>)[.. known.Refusals];
            var (name, phone, email) = known.Value;
            if (await db.CheckPhoneAsync(phone, null, cancel) is { } taken) return taken;

            var customer = new Customer(company.Id, company.TakeId(), name!, phone, email, clock.GetCurrentInstant());
            db.Add(customer);
            await db.LinkAccountsAsync(customer, cancel);
            return customer;
        }, cancel);
}
