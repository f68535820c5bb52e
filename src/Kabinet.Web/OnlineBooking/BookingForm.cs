using System.Net.Mail;
using Kabinet.Customers;
using Kabinet.Notifications;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.OnlineBooking;

/// <summary>What a client chose and typed, from the page or the API, unchecked.</summary>
public sealed record BookingForm
{
    public required IReadOnlyList<int> ServiceIds { get; init; }

    /// <summary>Null: any specialist.</summary>
    public required int? ResourceId { get; init; }
    public required Instant Start { get; init; }
    public required string? Name { get; init; }
    public required string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Comment { get; init; }

    /// <summary>Minutes before the start; null: none.</summary>
    public int? RemindBefore { get; init; }

    /// <summary>The version of the personal-data text that was agreed to; null: the box was not ticked.</summary>
    public int? ConsentVersion { get; init; }
    public bool AgreesToAdvertising { get; init; }

    /// <summary>One for each form shown or each request meant; repeated, it returns the first booking.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>For a client without a browser: the secret that alone will open this booking. A device is made for it.</summary>
    public string? Secret { get; init; }

    /// <summary>The hold that keeps the time for this form, if there is one.</summary>
    public Guid? HoldId { get; init; }

    /// <summary>What is wrong with what was typed, field by field; the contact when nothing is.</summary>
    /// <param name="settings">Say what must not be missing. A comment that nobody asked for is kept.</param>
    public Outcome<Contact> Check(OnlineBookingSettings settings)
    {
        List<Refusal> refusals = [];
        var (name, email) = (Name?.Trim() ?? "", Email?.Trim() ?? "");
        var phone = Phones.Normalise(Phone);

        if (name.Length == 0) refusals.Add(new Refusal(RefusalReason.NameMissing, "name"));
        if (name.Length > 100) refusals.Add(new Refusal(RefusalReason.NameTooLong, "name"));
        if (string.IsNullOrWhiteSpace(Phone)) refusals.Add(new Refusal(RefusalReason.PhoneMissing, "phone"));
        else if (phone is null) refusals.Add(new Refusal(RefusalReason.PhoneInvalid, "phone"));
        if (email.Length > 0 && !IsEmail(email)) refusals.Add(new Refusal(RefusalReason.EmailInvalid, "email"));
        if (email.Length == 0 && settings.IsEmailRequired) refusals.Add(new Refusal(RefusalReason.EmailMissing, "email"));
        if (settings.Comment == CommentRule.Required && string.IsNullOrWhiteSpace(Comment)) refusals.Add(new Refusal(RefusalReason.CommentMissing, "comment"));
        if (Comment?.Length > WorkOrder.MaxCommentLength) refusals.Add(new Refusal(RefusalReason.CommentTooLong, "comment"));
        if (!Reminder.IsKnown(RemindBefore)) refusals.Add(new Refusal(RefusalReason.ReminderUnknown, "remindBefore"));

        return refusals.Count > 0 ? refusals : new Contact(name, phone!, email.Length > 0 ? email : null);
    }

    internal static bool IsEmail(string text) => text.Length <= 254 && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.');
}

/// <summary>Who asks: the browser and, after a code, the account.</summary>
/// <param name="Address">The network address, for the evidence of consent and the limits.</param>
/// <param name="Language">ru or en: that of the messages to the client.</param>
public sealed record Visitor(Guid DeviceId, int? AccountId, string Address, string Language);
