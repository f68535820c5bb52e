using Kabinet.Data;
using Kabinet.OnlineBooking;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>
/// A verified client asks for his data to be deleted (152-ФЗ): the request waits for the staff, his consents end, and he is signed out of
/// every device. Accounting documents are kept and lose his name.
/// </summary>
public sealed class AskForDeletion(CompanyWork work, IClock clock)
{
    /// <summary>What the law gives the company.</summary>
    public static readonly Period Term = Period.FromDays(30);

    public Task<Outcome<bool>> RunAsync(int companyId, Visitor visitor, CancellationToken cancel = default) =>
        work.ChangeAsync<bool>(companyId, async (db, _) =>
        {
            if (await db.ClientAccounts.FirstOrDefaultAsync(one => one.Id == visitor.AccountId, cancel) is not { } account) return RefusalReason.NotFound;
            var now = clock.GetCurrentInstant();
            account.AskForDeletion(now);
            foreach (var consent in await db.Consents.Where(one => one.CustomerId == account.CustomerId && one.Withdrawn == null).ToListAsync(cancel)) consent.Withdraw(now);
            foreach (var device in await db.ClientDevices.Where(one => one.AccountId == account.Id).ToListAsync(cancel)) device.SignOut(Devices.Hash(Devices.NewSecret()));
            return true;
        }, cancel);
}

/// <summary>The client thought better of it while there was time.</summary>
public sealed class KeepMyData(CompanyWork work)
{
    public Task<Outcome<bool>> RunAsync(int companyId, Visitor visitor, CancellationToken cancel = default) =>
        work.ChangeAsync<bool>(companyId, async (db, _) =>
        {
            if (await db.ClientAccounts.FirstOrDefaultAsync(one => one.Id == visitor.AccountId, cancel) is not { } account) return RefusalReason.NotFound;
            account.KeepData();
            return true;
        }, cancel);
}
