using Kabinet.Data;
using Kabinet.OnlineBooking;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>Agrees to advertising or withdraws it; the log keeps both (152-ФЗ).</summary>
public sealed class ChangeAdvertising(CompanyWork work, IClock clock)
{
    /// <summary>Every consent to advertising that this visitor may speak for is withdrawn.</summary>
    public Task<Outcome<bool>> WithdrawAsync(int companyId, Visitor visitor, CancellationToken cancel = default) =>
        work.ChangeUnseenAsync<bool>(companyId, async (db, _) =>
        {
            var (device, account) = await WhoAsync(db, visitor, cancel);
            var given = await ClientProfiles.ConsentsOf(db, device, account)
                .Where(consent => consent.Kind == ConsentKind.Advertising && consent.Withdrawn == null).ToListAsync(cancel);
            foreach (var consent in given) consent.Withdraw(clock.GetCurrentInstant());
            return true;
        }, cancel);

    /// <summary>To the current text; only a client with a proven phone and a card can, for the consent is his.</summary>
    public Task<Outcome<bool>> AgreeAsync(int companyId, Visitor visitor, CancellationToken cancel = default) =>
        work.ChangeUnseenAsync<bool>(companyId, async (db, _) =>
        {
            var (_, account) = await WhoAsync(db, visitor, cancel);
            var current = await db.CurrentVersionAsync(ConsentKind.Advertising, cancel);
            if (account?.CustomerId is not { } customerId || current is not { } version) return RefusalReason.NotFound;
            db.Add(new Consent(companyId, Guid.NewGuid(), customerId, ConsentKind.Advertising, version, visitor.DeviceId, visitor.Address, clock.GetCurrentInstant()));
            return true;
        }, cancel);

    private static async Task<(ClientDevice, ClientAccount?)> WhoAsync(AppDb db, Visitor visitor, CancellationToken cancel)
    {
        var device = await db.ClientDevices.SingleAsync(one => one.Id == visitor.DeviceId, cancel);
        return (device, await db.ClientAccounts.FirstOrDefaultAsync(one => one.Id == device.AccountId, cancel));
    }
}
