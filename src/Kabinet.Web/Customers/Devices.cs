using System.Security.Cryptography;
using System.Text;
using Kabinet.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>Browsers known to a company by the secret in their cookie. Reading never writes; a device is made when it has something to keep.</summary>
public sealed class Devices(Databases databases, IClock clock)
{
    /// <summary>Null: no such device, the cookie is worth nothing.</summary>
    public async Task<ClientDevice?> FindAsync(int companyId, string? secret, CancellationToken cancel = default)
    {
        if (string.IsNullOrEmpty(secret) || secret.Length > 64) return null;
        var hash = Hash(secret);
        await using var db = databases.Open(companyId);
        return await db.ClientDevices.AsNoTracking().FirstOrDefaultAsync(device => device.SecretHash == hash, cancel);
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
