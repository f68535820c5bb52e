using Kabinet.Data;
using Kabinet.Notifications;
using Kabinet.OnlineBooking;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Customers;

/// <summary>What a client typed on the profile page, unchecked.</summary>
/// <param name="Phone">Not read for a signed-in client: a proven phone changes by a new code only.</param>
public sealed record ProfileForm(string? Name, string? Phone, string? Email, int? RemindBefore);

/// <summary>Keeps it for the next booking; the proven owner of a phone also corrects his card.</summary>
public sealed class SaveProfile(CompanyWork work)
{
    public Task<Outcome<bool>> RunAsync(int companyId, ProfileForm form, Visitor visitor, CancellationToken cancel = default) =>
        work.ChangeAsync<bool>(companyId, async (db, _) =>
        {
            var device = await db.ClientDevices.SingleAsync(one => one.Id == visitor.DeviceId, cancel);
            var account = await db.ClientAccounts.FirstOrDefaultAsync(one => one.Id == device.AccountId, cancel);
            var (name, email, phone) = (form.Name?.Trim() ?? "", form.Email?.Trim() ?? "", account?.Phone ?? Phones.Normalise(form.Phone));
            var refusals = Check(form, name, email, phone, account is not null);
            if (refusals.Count > 0) return refusals;

            device.Remember(name, phone ?? "", email);
            device.RememberReminder(form.RemindBefore);
            if (account is not null && await db.Customers.Include(one => one.Phones).FirstOrDefaultAsync(one => one.Id == account.CustomerId, cancel) is { } customer)
                customer.Introduce(name, email.Length > 0 ? email : null);
            return true;
        }, cancel);

    private static List<Refusal> Check(ProfileForm form, string name, string email, string? phone, bool isVerified)
    {
        List<Refusal> refusals = [];
        if (name.Length == 0 && isVerified) refusals.Add(new Refusal(RefusalReason.NameMissing, "name"));
        if (name.Length > 100) refusals.Add(new Refusal(RefusalReason.NameTooLong, "name"));
        if (phone is null && !string.IsNullOrWhiteSpace(form.Phone)) refusals.Add(new Refusal(RefusalReason.PhoneInvalid, "phone"));
        if (email.Length > 0 && !BookingForm.IsEmail(email)) refusals.Add(new Refusal(RefusalReason.EmailInvalid, "email"));
        if (!Reminder.IsKnown(form.RemindBefore)) refusals.Add(new Refusal(RefusalReason.ReminderUnknown, "reminder"));
        return refusals;
    }
}
