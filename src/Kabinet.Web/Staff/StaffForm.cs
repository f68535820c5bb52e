using Kabinet.Companies;
using Kabinet.OnlineBooking;

namespace Kabinet.Staff;

/// <summary>Somebody's place in the company as an owner fills it in, unchecked.</summary>
public sealed class StaffForm
{
    /// <summary>Of whom is invited; whoever has a place keeps the e-mail that he signs in with.</summary>
    public string Email { get; set; } = "";
    public string Name { get; set; } = "";
    public StaffRole Role { get; set; } = StaffRole.Specialist;

    /// <summary>The resource that this person is; null: none.</summary>
    public int? ResourceId { get; set; }

    /// <summary>What is wrong with it by itself, field by field.</summary>
    /// <param name="isInvitation">Is the e-mail asked for?</param>
    public IEnumerable<Refusal> Check(bool isInvitation)
    {
        if (isInvitation && !BookingForm.IsEmail(Email.Trim())) yield return new Refusal(RefusalReason.EmailInvalid, "email");
        if (string.IsNullOrWhiteSpace(Name)) yield return new Refusal(RefusalReason.NameEmpty, "name");
        if (Name.Trim().Length > NewCompanyForm.MaxNameLength) yield return new Refusal(RefusalReason.NameTooLong, "name");
        if (Role == StaffRole.Specialist && ResourceId is null) yield return new Refusal(RefusalReason.StaffResourceMissing, "resource");
    }
}
