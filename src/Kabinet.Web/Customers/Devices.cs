using System.Security.Cryptography;
using System.Text;
using Kabinet.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>Browsers known to a company by the secret in their cookie. A device is made when it has something to keep; that it was seen is written once a day.</summary>
public sealed class Devices(Databases databases, IClock clock)
{
    /// <summary>One that was not seen for so long is forgotten: no browser keeps its cookie longer.</summary>
    public static readonly Duration Unseen = Duration.FromDays(400);

    /// <summary>That a browser was seen is written so often, and its cookie lives on from then.</summary>
    public static readonly Duration SeenEvery = Duration.FromDays(1);

    /// <summary>Null: no such device, the cookie is worth nothing.</summary>
    public async Task<ClientDevice?> FindAsync(int companyId, string? secret, CancellationToken cancel = default)
    {
        if (string.IsNullOrEmpty(secret) || secret.Length > 64) return null;
        var hash = Hash(secret);
        await using var db = databases.Open(companyId);
        var found = await db.ClientDevices.AsNoTracking().FirstOrDefaultAsync(device => device.SecretHash == hash, cancel);
        if (found is not null && clock.GetCurrentInstant() is var now && now - found.Seen >= SeenEvery) await SeeAsync(db, found, now, cancel);
        return found;
    }

    private async Task SeeAsync(AppDb db, ClientDevice seen, Instant now, CancellationToken cancel)
    {
        using var gate = await databases.EnterWriteGateAsync(cancel);
        await db.ClientDevices.Where(device => device.Id == seen.Id).ExecuteUpdateAsync(set => set.SetProperty(device => device.Seen, now), cancel);
    }

    /// <summary>A new device and the secret for its cookie.</summary>
    public async Task<(ClientDevice Device, string Secret)> CreateAsync(int companyId, CancellationToken cancel = default)
    {
        var secret = NewSecret();
        var device = new ClientDevice(companyId, Guid.NewGuid(), Hash(secret), clock.GetCurrentInstant());
        using var gate = await databases.EnterWriteGateAsync(cancel);
        await using var db = databases.Open(companyId);
        db.Add(device);
        await db.SaveChangesAsync(cancel);
        return (device, secret);
    }

    internal static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    internal static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
