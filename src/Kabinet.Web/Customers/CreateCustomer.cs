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
            var now = clock.GetCurrentInstant();
            var known = form.Check(now.InZone(company.Zone).Date);
            if (known.IsRefused) return (List<Refusal>)[.. known.Refusals];
            var taken = await db.CheckPhonesAsync(known.Value, null, cancel);
            if (taken.Count > 0) return taken;

            var customer = new Customer(company.Id, company.TakeId(), known.Value.Name!, null, null, now);
            customer.Write(known.Value);
            db.Add(customer);
            await db.LinkAccountsAsync(customer, cancel);
            return customer;
        }, cancel);
}
