using Kabinet.Data;
using Kabinet.OnlineBooking;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Customers;

/// <summary>
/// Leaves nothing of the client on this browser: the account and what was typed are forgotten, and the cookie's secret no longer opens
/// the device, so that the next person at it sees no bookings.
/// </summary>
public sealed class SignOut(CompanyWork work)
{
    public Task<Outcome<bool>> RunAsync(int companyId, Visitor visitor, CancellationToken cancel = default) =>
        work.ChangeUnseenAsync<bool>(companyId, async (db, _) =>
        {
            if (await db.ClientDevices.FirstOrDefaultAsync(one => one.Id == visitor.DeviceId, cancel) is { } device) device.SignOut(Devices.Hash(Devices.NewSecret()));
            return true;
        }, cancel);
}
