using System.Globalization;
using Kabinet.Customers;
using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.Cabinet.NewBooking;

/// <summary>What stands in the fields of the confirmation, as it was typed.</summary>
public sealed record ConfirmationFields
{
    public const string NoReminder = "none";

    public string Name { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Email { get; init; } = "";
    public string Comment { get; init; } = "";

    /// <summary>Minutes before the start, or <see cref="NoReminder"/>.</summary>
    public string Reminder { get; init; } = NoReminder;

    /// <summary>The version that was agreed to.</summary>
    public string Consent { get; init; } = "";
    public bool AgreesToAdvertising { get; init; }

    /// <summary>One for each form that is shown; sent twice it is one booking.</summary>
    public string Key { get; init; } = NewKey();

    /// <summary>What this browser typed last.</summary>
    public static ConfirmationFields Of(ClientDevice? device) => device is null
        ? new ConfirmationFields { Reminder = Text(120) }
        : new ConfirmationFields
        {
            Name = device.Name,
            Phone = device.Phone.Length > 0 ? Phones.Show(device.Phone) : "",
            Email = device.Email,
            Reminder = Text(device.RemindBefore),
        };

    public static ConfirmationFields Read(IFormCollection form) => new()
    {
        Name = form["name"].ToString(),
        Phone = form["phone"].ToString(),
        Email = form["email"].ToString(),
        Comment = form["comment"].ToString(),
        Reminder = form.ContainsKey("remindBefore") ? form["remindBefore"].ToString() : NoReminder,
        Consent = form["consent"].ToString(),
        AgreesToAdvertising = form["advertising"].Count > 0,
        Key = Guid.TryParse(form["key"], out var key) ? key.ToString("N") : NewKey(),
    };

    public BookingForm ToForm(Choice choice, Instant start) => new()
    {
        ServiceIds = [.. choice.Services.Select(service => service.Id)],
        ResourceId = choice.Resource?.Id,
        Start = start,
        Name = Name,
        Phone = Phone,
        Email = Email,
        // A browser ends lines with two characters; the client typed one.
        Comment = Comment.ReplaceLineEndings("\n"),
        RemindBefore = Reminder == NoReminder ? null : Number(Reminder),
        ConsentVersion = Consent.Length > 0 ? Number(Consent) : null,
        AgreesToAdvertising = AgreesToAdvertising,
        IdempotencyKey = Key,
    };

    /// <summary>Short enough for a cookie; what is longer than a field may be is lost at its end.</summary>
    public ConfirmationFields Clipped() => this with
    {
        Name = Clip(Name, 100),
        Phone = Clip(Phone, 40),
        Email = Clip(Email, 254),
        Comment = Clip(Comment, WorkOrder.MaxCommentLength),
        Reminder = Clip(Reminder, 10),
        Consent = Clip(Consent, 10),
    };

    /// <summary>With the reminder that can still come before a visit that starts then.</summary>
    public ConfirmationFields At(Instant start, Instant now) =>
        this with { Reminder = Text(Notifications.Reminder.StillPossible(Reminder == NoReminder ? null : Number(Reminder), start, now)) };

    public static string Text(int? minutes) => minutes?.ToString(CultureInfo.InvariantCulture) ?? NoReminder;

    private static string NewKey() => Guid.NewGuid().ToString("N");
    private static string Clip(string text, int length) => text.Length > length ? text[..length] : text;

    /// <summary>What is no number is none that is known.</summary>
    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
