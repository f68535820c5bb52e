using Kabinet.Data;
using Kabinet.OnlineBooking;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>Where a code went and how many tries are left, for the browser that asked for it; nobody else is told.</summary>
/// <param name="Phone">E.164.</param>
public sealed record SentCode(string Phone, int TriesLeft, bool CanBeTried);

public sealed class SentCodes(Databases databases, IClock clock)
{
    /// <summary>The id of the last code that this device asked for; null: none.</summary>
    public async Task<Guid?> LastOfAsync(int companyId, Guid deviceId, CancellationToken cancel = default)
    {
        await using var db = databases.Open(companyId);
        return await db.SignInCodes.Where(one => one.DeviceId == deviceId).OrderByDescending(one => one.Created).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancel);
    }

    public async Task<SentCode?> FindAsync(int companyId, Guid codeId, Visitor visitor, CancellationToken cancel = default)
    {
        await using var db = databases.Open(companyId);
        return await db.SignInCodes.AsNoTracking().FirstOrDefaultAsync(one => one.Id == codeId && one.DeviceId == visitor.DeviceId, cancel) is { } code
            ? new SentCode(code.Phone, SignInCode.MaxTries - code.Tries, code.CanBeTried(clock.GetCurrentInstant()))
            : null;
    }
}
