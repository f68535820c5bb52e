using Kabinet.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

internal static class ForgottenContacts
{
    /// <summary>
    /// Nothing is kept any more by which somebody could be reached or recognised: his accounts and their devices end, what was typed for him at
    /// other browsers, codes and messages lose him, and what was still to go out stays.
    /// </summary>
    /// <param name="phones">E.164.</param>
    /// <param name="email">Null: none is known.</param>
    /// <param name="orderIds">Of his work orders: what was written of them went to him.</param>
    /// <param name="deviceIds">Browsers at which he may have typed.</param>
    public static async Task ForgetContactsAsync(
        this AppDb db, IReadOnlyCollection<string> phones, string? email, IReadOnlyCollection<int> orderIds, IReadOnlyCollection<Guid> deviceIds, Instant now, CancellationToken cancel)
    {
        var accounts = await db.ClientAccounts.Where(one => phones.Contains(one.Phone)).ToListAsync(cancel);
        var accountIds = accounts.Select(one => (int?)one.Id).ToList();
        foreach (var device in await db.ClientDevices
            .Where(one => accountIds.Contains(one.AccountId) || phones.Contains(one.Phone) || (email != null && one.Email == email) || deviceIds.Contains(one.Id)).ToListAsync(cancel))
        {
            if (accountIds.Contains(device.AccountId)) device.SignOut(Devices.Hash(Devices.NewSecret()));
            else device.ForgetTyped();
        }
        db.RemoveRange(accounts);
        await db.SignInCodes.Where(code => phones.Contains(code.Phone)).ExecuteDeleteAsync(cancel);
        // A family may share an address: what was written to it of another's visit is the other's.
        foreach (var message in await db.OutboxMessages
            .Where(one => phones.Contains(one.Recipient) || orderIds.Contains(one.WorkOrderId ?? 0) || (email != null && one.Recipient == email && one.WorkOrderId == null)).ToListAsync(cancel))
            message.Anonymise(now);
    }
}
