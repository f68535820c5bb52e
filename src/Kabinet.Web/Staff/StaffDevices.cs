using Kabinet.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Staff;

/// <summary>Where somebody is signed in. A cookie whose device has ended opens nothing, whichever node is asked.</summary>
public sealed class StaffDevices(Databases databases, IClock clock)
{
    /// <summary>One that was not seen for longer is forgotten: its cookie has expired.</summary>
    public static readonly Duration Unseen = Duration.FromDays(StaffRoom.CookieDays + 1);

    /// <summary>That a device was seen is written so often, not at every request.</summary>
    private static readonly Duration SeenEvery = Duration.FromMinutes(5);

    /// <summary>Somebody just signed in, with this browser.</summary>
    public async Task<Guid> StartAsync(Guid userId, HttpContext http)
    {
        var device = new StaffDevice(userId, http.Request.Headers.UserAgent.ToString(), http.Connection.RemoteIpAddress?.ToString() ?? "", clock.GetCurrentInstant());
        using var gate = await databases.EnterWriteGateAsync(http.RequestAborted);
        await using var db = databases.Open();
        db.Add(device);
        await db.SaveChangesAsync(http.RequestAborted);
        return device.Id;
    }

    /// <summary>False: it has ended.</summary>
    /// <param name="id">Null: the cookie names none.</param>
    public async Task<bool> SeeAsync(Guid? id, Guid userId, CancellationToken cancel = default)
    {
        if (id is not { } known) return false;
        var now = clock.GetCurrentInstant();
        await using var db = databases.Open();
        var seen = await db.StaffDevices.Where(device => device.Id == known && device.UserId == userId).Select(device => (Instant?)device.Seen).FirstOrDefaultAsync(cancel);
        if (seen + SeenEvery <= now)
        {
            using var gate = await databases.EnterWriteGateAsync(cancel);
            await db.StaffDevices.Where(device => device.Id == known).ExecuteUpdateAsync(set => set.SetProperty(device => device.Seen, now), cancel);
        }
        return seen is not null;
    }

    /// <summary>The one seen last first.</summary>
    public async Task<IReadOnlyList<StaffDevice>> ListAsync(Guid userId, CancellationToken cancel = default)
    {
        var unseen = clock.GetCurrentInstant() - Unseen;
        await using var db = databases.Open();
        return await db.StaffDevices.AsNoTracking().Where(device => device.UserId == userId && device.Seen > unseen).OrderByDescending(device => device.Seen).ToListAsync(cancel);
    }

    public Task EndAsync(Guid userId, Guid id, CancellationToken cancel = default) => EndAsync(device => device.UserId == userId && device.Id == id, cancel);

    /// <param name="exceptId">The one that stays; null: none does.</param>
    public Task EndAllAsync(Guid userId, Guid? exceptId, CancellationToken cancel = default) => EndAsync(device => device.UserId == userId && device.Id != exceptId, cancel);

    private async Task EndAsync(System.Linq.Expressions.Expression<Func<StaffDevice, bool>> which, CancellationToken cancel)
    {
        using var gate = await databases.EnterWriteGateAsync(cancel);
        await using var db = databases.Open();
        await db.StaffDevices.Where(which).ExecuteDeleteAsync(cancel);
    }
}
