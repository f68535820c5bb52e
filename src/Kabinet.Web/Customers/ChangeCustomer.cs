using Kabinet.Data;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>Another card for a customer. His work orders keep what they were booked with.</summary>
public sealed class ChangeCustomer(CompanyWork work, IClock clock)
{
    /// <param name="change">Makes what is wanted of what is known; runs inside the transaction, so that nobody else's change is lost.</param>
    public Task<Outcome<Customer>> RunAsync(SignedInMember member, int id, Func<CustomerForm, CustomerForm> change, CancellationToken cancel = default) =>
        TryAsync(member, id, known => change(known), cancel);

    /// <param name="seen">As the member saw it; what somebody changed since is not overwritten.</param>
    public Task<Outcome<Customer>> RunAsync(SignedInMember member, int id, CustomerForm seen, CustomerForm wanted, CancellationToken cancel = default) =>
        TryAsync(member, id, known => known.IsSameAs(seen) ? wanted : RefusalReason.ChangedMeanwhile, cancel);

    private Task<Outcome<Customer>> TryAsync(SignedInMember member, int id, Func<CustomerForm, Outcome<CustomerForm>> change, CancellationToken cancel) =>
        work.ChangeAsync<Customer>(member.CompanyId, async (db, company) =>
        {
            if (await db.Customers.Include(one => one.Phones.OrderBy(phone => phone.Position)).FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } customer)
                return RefusalReason.CustomerUnknown;
            if (customer.Anonymised is not null) return RefusalReason.CustomerAnonymised;
            var wanted = change(CustomerForm.Of(customer));
            if (wanted.IsRefused) return (List<Refusal>)[.. wanted.Refusals];
            var form = wanted.Value.Check(clock.GetCurrentInstant().InZone(company.Zone).Date);
            if (form.IsRefused) return (List<Refusal>)[.. form.Refusals];
            var taken = await db.CheckPhonesAsync(form.Value, id, cancel);
            if (taken.Count > 0) return taken;

            customer.Write(form.Value);
            await db.LinkAccountsAsync(customer, cancel);
            return customer;
        }, cancel);
}
