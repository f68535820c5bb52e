using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kabinet.Notifications;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>
/// What the company keeps of a client, to take away (152-ФЗ, art. 14): for himself by the cabinet, by the staff for one who asks them. Names of
/// fields are the file's; times have the company's offset, dates are ISO 8601.
/// </summary>
/// <param name="Phone">E.164; empty: none.</param>
/// <param name="RemindMinutesBefore">As his browser proposes it; null: no reminder, or none of his browsers asks.</param>
public sealed record ClientData(string Company, string Name, string Phone, bool PhoneVerified, string Email, int? RemindMinutesBefore,
    IReadOnlyList<ClientData.BookingData> Bookings, IReadOnlyList<ClientData.ConsentData> Consents, IReadOnlyList<ClientData.MessageData> Messages)
{
    /// <summary>A file that both a person and a program can read.</summary>
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Those of his card besides the main one; E.164.</summary>
    public IReadOnlyList<string> OtherPhones { get; init; } = [];
    public string? Birthday { get; init; }

    /// <summary>Since when the company knows him; null: it does not, or he has not proved that it is him.</summary>
    public DateTimeOffset? KnownSince { get; init; }
    public IReadOnlyList<DeletionData> DeletionRequests { get; init; } = [];

    /// <summary>Left out of what a client takes himself: docs/decisions/0017.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StaffWords? WrittenByStaff { get; init; }

    public sealed record BookingData(int Number, DateTimeOffset Start, DateTimeOffset Finish, string Status, IReadOnlyList<string> Services, decimal SumRubles, decimal PaidRubles,
        string Name, string Phone, string? Email, string Comment, int? RemindMinutesBefore, string? CancelReason, DateTimeOffset Created)
    {
        /// <param name="order">With its lines.</param>
        public static BookingData Of(WorkOrder order, DateTimeZone zone) => new(
            order.Number, At(order.Start, zone), At(order.Finish, zone), order.Status.ToString(), [.. order.Works.Select(line => line.Name)], order.Sum.AsRubles, order.Paid.AsRubles,
            order.Contact.Name, order.Contact.Phone, order.Contact.Email, order.Comment, order.RemindBefore, order.CancelReason, At(order.Created, zone));
    }

    public sealed record ConsentData(string Kind, int Version, DateTimeOffset Given, DateTimeOffset? Withdrawn, string Address)
    {
        public static ConsentData Of(Consent consent, DateTimeZone zone) =>
            new(consent.Kind.ToString(), consent.Version, At(consent.Given, zone), consent.Withdrawn is { } end ? At(end, zone) : null, consent.Address);
    }

    /// <param name="Text">Empty for a sign-in code: it is a key, and no word about the client.</param>
    public sealed record MessageData(string Kind, string Channel, string Recipient, string Text, DateTimeOffset Created, DateTimeOffset? Sent)
    {
        public static MessageData Of(OutboxMessage message, DateTimeZone zone) => new(message.Kind.ToString(), message.Channel.ToString(), message.Recipient,
            message.Kind == MessageKind.SignInCode ? "" : message.Text, At(message.Created, zone), message.Sent is { } sent ? At(sent, zone) : null);
    }

    public sealed record DeletionData(DateTimeOffset Asked, DateTimeOffset? Closed, string? Outcome, string Reason)
    {
        public static DeletionData Of(DeletionRequest request, DateTimeZone zone) =>
            new(At(request.Asked, zone), request.Closed is { } closed ? At(closed, zone) : null, request.Outcome?.ToString(), request.Reason);
    }

    public sealed record StaffWords(IReadOnlyList<string> Tags, string Notes, string Source, bool IsBlackListed);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Format);

    public static DateTimeOffset At(Instant instant, DateTimeZone zone) => instant.InZone(zone).ToDateTimeOffset();
}
