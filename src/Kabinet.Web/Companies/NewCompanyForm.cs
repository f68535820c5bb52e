using Kabinet.Customers;
using Kabinet.OnlineBooking;
using NodaTime;

namespace Kabinet.Companies;

/// <summary>«Создать компанию» as it was filled in, unchecked.</summary>
public sealed record NewCompanyForm
{
    public const int MaxNameLength = 100, MinPasswordLength = 8, MaxPasswordLength = 200;

    public string? Name { get; init; }

    /// <summary>Null: none was chosen.</summary>
    public Trade? Trade { get; init; }

    /// <summary>IANA id.</summary>
    public string? TimeZone { get; init; }
    public string? Phone { get; init; }

    /// <summary>The wanted address, the first segment only; empty: one is made of the name.</summary>
    public string? Address { get; init; }

    /// <summary>What the owner is called in this company.</summary>
    public string? OwnerName { get; init; }

    /// <summary>The e-mail and the password of an owner who does not sign in yet.</summary>
    public string? Email { get; init; }
    public string? Password { get; init; }

    /// <summary>Capitals and spaces around it are forgiven.</summary>
    public string WantedAddress => Address?.Trim().ToLowerInvariant() ?? "";

    /// <summary>What is wrong with it by itself, field by field.</summary>
    /// <param name="isNewUser">Does the owner choose an e-mail and a password?</param>
    public IEnumerable<Refusal> Check(bool isNewUser)
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new Refusal(RefusalReason.NameEmpty, "name");
        if (Name?.Trim().Length > MaxNameLength) yield return new Refusal(RefusalReason.NameTooLong, "name");
        if (Trade is not { } trade || !Enum.IsDefined(trade)) yield return new Refusal(RefusalReason.TradeMissing, "trade");
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone ?? "") is null) yield return new Refusal(RefusalReason.TimeZoneUnknown, "timeZone");
        if (string.IsNullOrWhiteSpace(Phone)) yield return new Refusal(RefusalReason.PhoneMissing, "phone");
        else if (Phones.Normalise(Phone) is null) yield return new Refusal(RefusalReason.PhoneInvalid, "phone");
        if (CompanyAddress.IsReserved(WantedAddress)) yield return new Refusal(RefusalReason.AddressTaken, "address");
        else if (WantedAddress.Length > 0 && !CompanyAddress.IsValid(WantedAddress)) yield return new Refusal(RefusalReason.AddressInvalid, "address");
        if (string.IsNullOrWhiteSpace(OwnerName)) yield return new Refusal(RefusalReason.NameMissing, "ownerName");
        if (OwnerName?.Trim().Length > MaxNameLength) yield return new Refusal(RefusalReason.NameTooLong, "ownerName");
        if (!isNewUser) yield break;
        if (!BookingForm.IsEmail(Email?.Trim() ?? "")) yield return new Refusal(RefusalReason.EmailInvalid, "email");
        if (Password is not { Length: >= MinPasswordLength }) yield return new Refusal(RefusalReason.PasswordTooShort, "password");
        if (Password?.Length > MaxPasswordLength) yield return new Refusal(RefusalReason.PasswordTooLong, "password");
    }
}
