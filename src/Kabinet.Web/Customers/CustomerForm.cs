using Kabinet.OnlineBooking;

namespace Kabinet.Customers;

/// <summary>What staff write of a customer, unchecked.</summary>
/// <param name="Phone">As it was typed; null or empty: none.</param>
public sealed record CustomerForm(string? Name, string? Phone, string? Email)
{
    public const int MaxNameLength = 100;

    public static CustomerForm Of(Customer customer) => new(customer.Name, customer.Phone, customer.Email);

    /// <summary>The form with its name trimmed and its phone in E.164, or what is wrong with it, field by field.</summary>
    public Outcome<CustomerForm> Check()
    {
        var (name, email, phone) = (Name?.Trim() ?? "", Email?.Trim() ?? "", Phones.Normalise(Phone));
        List<Refusal> refusals = [];
        if (name.Length == 0) refusals.Add(new Refusal(RefusalReason.NameEmpty, "name"));
        if (name.Length > MaxNameLength) refusals.Add(new Refusal(RefusalReason.NameTooLong, "name"));
        if (phone is null && !string.IsNullOrWhiteSpace(Phone)) refusals.Add(new Refusal(RefusalReason.PhoneInvalid, "phone"));
        if (email.Length > 0 && !BookingForm.IsEmail(email)) refusals.Add(new Refusal(RefusalReason.EmailInvalid, "email"));
        return refusals.Count > 0 ? refusals : new CustomerForm(name, phone, email.Length > 0 ? email : null);
    }
}
