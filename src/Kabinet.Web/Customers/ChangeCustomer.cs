using Kabinet.Data;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Customers;

/// <summary>Another name, phone or e-mail for a customer. His work orders keep what they were booked with.</summary>
public sealed class ChangeCustomer(CompanyWork work)
{
    /// <param name="change">Makes what is wanted of what is known; runs inside the transaction, so that nobody else's change is lost.</param>
    public Task<Outcome<Customer>> RunAsync(SignedInMember member, int id, Func<CustomerForm, CustomerForm> change, CancellationToken cancel = default) =>
        work.ChangeAsync<Customer>(member.CompanyId, async (db, _) =>
        {
            if (await db.Customers.FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } customer) return RefusalReason.CustomerUnknown;
            var wanted = change(CustomerForm.Of(customer)).Check();
            if (wanted.IsRefused) return (List<Refusal>)[.. wanted.Refusals];
            var (name, phone, email) = wanted.Value;
            if (await db.CheckPhoneAsync(phone, id, cancel) is { } taken) return taken;

            customer.Correct(name!, phone, email);
            await db.LinkAccountsAsync(customer, cancel);
            return customer;
        }, cancel);
}
