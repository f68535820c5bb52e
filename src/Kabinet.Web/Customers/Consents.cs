using Kabinet.Data;
using Kabinet.OnlineBooking;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>Consent within the transaction of a booking: is it there, and the evidence of it (152-ФЗ).</summary>
internal sealed class Consents(AppDb db, Visitor visitor, Instant now)
{
    /// <summary>Null: agreed to the current text, now or before with this phone.</summary>
    /// <param name="phone">E.164; null: no phone was given.</param>
    public async Task<Refusal?> CheckAsync(BookingForm form, string? phone, CancellationToken cancel)
    {
        var current = await db.CurrentVersionAsync(ConsentKind.PersonalData, cancel);
        if (form.ConsentVersion is { } version) return version == current ? null : new Refusal(RefusalReason.ConsentOutdated, "consent");
        return await GaveBeforeAsync(ConsentKind.PersonalData, phone, current, cancel) ? null : new Refusal(RefusalReason.ConsentMissing, "consent");
    }

    /// <summary>The current version of a text that was not yet agreed to with this phone; null: there is nothing to ask for.</summary>
    public async Task<int?> ToBeGivenAsync(ConsentKind kind, string? phone, CancellationToken cancel)
    {
        var current = await db.CurrentVersionAsync(kind, cancel);
        return await GaveBeforeAsync(kind, phone, current, cancel) ? null : current;
    }

    public async Task RecordAsync(BookingForm form, Customer customer, CancellationToken cancel)
    {
        if (form.ConsentVersion is { } version) Add(customer, ConsentKind.PersonalData, version);
        if (!form.AgreesToAdvertising) return;
        if (await db.CurrentVersionAsync(ConsentKind.Advertising, cancel) is { } advertising) Add(customer, ConsentKind.Advertising, advertising);
    }

    /// <summary>Did this browser, or the signed-in owner of the phone, agree to this version for this phone?</summary>
    private Task<bool> GaveBeforeAsync(ConsentKind kind, string? phone, int? version, CancellationToken cancel) =>
        db.Consents.AnyAsync(consent => consent.Kind == kind && consent.Version == version && consent.Withdrawn == null
            && (consent.DeviceId == visitor.DeviceId || db.ClientAccounts.Any(account => account.Id == visitor.AccountId && account.Phone == phone))
            && db.CustomerPhones.Any(one => one.CustomerId == consent.CustomerId && one.Number == phone), cancel);

    private void Add(Customer customer, ConsentKind kind, int version) =>
        db.Add(new Consent(db.CompanyId, Guid.NewGuid(), customer.Id, kind, version, visitor.DeviceId, visitor.Address, now));
}
