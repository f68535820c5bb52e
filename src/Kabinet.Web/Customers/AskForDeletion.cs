using Kabinet.Data;
using Kabinet.OnlineBooking;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>
/// A verified client asks for his data to be deleted (152-ФЗ): the request waits for the staff, his consents end, and he is signed out of
/// every device. Who never booked has no documents that refer to him: he is forgotten at once.
/// </summary>
public sealed class AskForDeletion(CompanyWork work, IClock clock)
{
    /// <returns>False: it is done already.</returns>
    public Task<Outcome<bool>> RunAsync(int companyId, Visitor visitor, CancellationToken cancel = default) =>
        work.ChangeAsync<bool>(companyId, async (db, company) =>
        {
            if (await db.ClientAccounts.FirstOrDefaultAsync(one => one.Id == visitor.AccountId, cancel) is not { } account) return RefusalReason.NotFound;
            var now = clock.GetCurrentInstant();
            if (account.CustomerId is not { } customerId)
            {
                await db.ForgetContactsAsync([account.Phone], null, [], [visitor.DeviceId], now, cancel);
                return false;
            }
            if (await db.OpenDeletionAsync(customerId, cancel) is null) db.Add(new DeletionRequest(company.Id, company.TakeId(), customerId, visitor.Language, now));
            foreach (var consent in await db.Consents.Where(one => one.CustomerId == customerId && one.Withdrawn == null).ToListAsync(cancel)) consent.Withdraw(now);
            foreach (var device in await db.ClientDevices.Where(one => one.AccountId == account.Id).ToListAsync(cancel)) device.SignOut(Devices.Hash(Devices.NewSecret()));
            return true;
        }, cancel);
}

/// <summary>The client thought better of it while there was time.</summary>
public sealed class KeepMyData(CompanyWork work, IClock clock)
{
    public Task<Outcome<bool>> RunAsync(int companyId, Visitor visitor, CancellationToken cancel = default) =>
        work.ChangeAsync<bool>(companyId, async (db, _) =>
        {
            if (await db.ClientAccounts.FirstOrDefaultAsync(one => one.Id == visitor.AccountId, cancel) is not { CustomerId: { } customerId }) return RefusalReason.NotFound;
            (await db.OpenDeletionAsync(customerId, cancel))?.Close(DeletionOutcome.Withdrawn, clock.GetCurrentInstant());
            return true;
        }, cancel);
}
