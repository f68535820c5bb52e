using Kabinet.Data;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Customers;

/// <summary>Профиль: what the cabinet knows of its visitor.</summary>
/// <param name="Phone">E.164; empty: none yet.</param>
/// <param name="IsVerified">Was the phone proved by a code on this device?</param>
/// <param name="Deletion">His last request to delete his data; null: he made none.</param>
/// <param name="HasCustomer">Is there a customer's card with that phone?</param>
public sealed record ClientProfile(
    string Name, string Phone, string Email, int? RemindBefore, bool IsVerified, bool HasCustomer, DeletionRequest? Deletion, IReadOnlyList<Consent> Consents)
{
    /// <summary>What a new browser starts with.</summary>
    public static readonly ClientProfile Unknown = new("", "", "", 120, false, false, null, []);

    /// <summary>The consent to advertising that is in force; null: none.</summary>
    public Consent? Advertising => Consents.FirstOrDefault(consent => consent.Kind == ConsentKind.Advertising && consent.Withdrawn is null);
}

/// <summary>Reads profiles. Without a code only what this browser itself typed and agreed to; the customer's card is for the proven phone.</summary>
public sealed class ClientProfiles(Databases databases)
{
    public async Task<ClientProfile> FindAsync(ClientDevice? device, CancellationToken cancel = default)
    {
        if (device is null) return ClientProfile.Unknown;
        await using var db = databases.Open(device.CompanyId);
        var account = await db.ClientAccounts.AsNoTracking().FirstOrDefaultAsync(one => one.Id == device.AccountId, cancel);
        var customer = account is null ? null : await db.Customers.AsNoTracking().FirstOrDefaultAsync(one => one.Id == account.CustomerId, cancel);
        var deletion = customer is null ? null : await db.DeletionRequests.AsNoTracking().Where(one => one.CustomerId == customer.Id).OrderByDescending(one => one.Asked).FirstOrDefaultAsync(cancel);
        var consents = await ConsentsOf(db, device, account).OrderByDescending(consent => consent.Given).AsNoTracking().ToListAsync(cancel);
        return new ClientProfile(
            customer?.Name ?? device.Name, account?.Phone ?? device.Phone, customer is null ? device.Email : customer.Email ?? "",
            device.RemindBefore, account is not null, customer is not null, deletion, consents);
    }

    /// <summary>Given at this browser, or for the customer with the proven phone.</summary>
    internal static IQueryable<Consent> ConsentsOf(AppDb db, ClientDevice device, ClientAccount? account)
    {
        var (deviceId, customerId) = (device.Id, account?.CustomerId);
        return db.Consents.Where(consent => consent.DeviceId == deviceId || (customerId != null && consent.CustomerId == customerId));
    }
}
