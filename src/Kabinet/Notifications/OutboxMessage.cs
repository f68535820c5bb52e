using Kabinet.Companies;
using NodaTime;

namespace Kabinet.Notifications;

public enum Channel { Sms, Email }

public enum MessageKind { SignInCode, BookingMade, BookingMoved, BookingCancelled, Reminder, StaffNotice, DataDeleted }

/// <summary>A message that is to go out: written in the transaction that causes it, sent by the outbox worker when due.</summary>
public sealed class OutboxMessage : IOwned
{
    private OutboxMessage() { }

    public OutboxMessage(int companyId, MessageKind kind, Channel channel, string recipient, string text, Instant due, Instant created, int? workOrderId = null) =>
        (CompanyId, Kind, Channel, Recipient, Text, Due, Created, WorkOrderId) = (companyId, kind, channel, recipient, text, due, created, workOrderId);

    public int CompanyId { get; private set; }
    public Guid Id { get; private set; } = Guid.NewGuid();
    public MessageKind Kind { get; private set; }
    public Channel Channel { get; private set; }
    public string Recipient { get; private set; } = "";
    public string Text { get; private set; } = "";
    public Instant Due { get; private set; }
    public Instant Created { get; private set; }
    public int? WorkOrderId { get; private set; }
    public Instant? Sent { get; private set; }

    /// <summary>No longer wanted: the booking was cancelled or the reminder changed.</summary>
    public Instant? Withdrawn { get; private set; }

    /// <summary>Until then one node is sending it; another takes over afterwards.</summary>
    public Instant? ClaimedUntil { get; private set; }
    public int Attempts { get; private set; }
    public string? LastError { get; private set; }

    public bool IsPending => Sent is null && Withdrawn is null;

    public void Claim(Instant until) => ClaimedUntil = until;

    public void MarkSent(Instant now)
    {
        (Sent, ClaimedUntil, LastError) = (now, null, null);
        if (Kind == MessageKind.DataDeleted) ForgetClient();
    }

    public void Withdraw(Instant now)
    {
        Withdrawn = Sent is null ? now : Withdrawn;
        if (Kind == MessageKind.DataDeleted) ForgetClient();
    }

    /// <summary>That it was written stays; to whom and what does not, and it goes out no more.</summary>
    public void Anonymise(Instant now)
    {
        Withdraw(now);
        ForgetClient();
    }

    private void ForgetClient() => (Recipient, Text, LastError) = ("", "", null);

    /// <summary>Tried again after 1, 2, 4 … minutes, an hour at most.</summary>
    public void Fail(string error, Instant now)
    {
        Attempts++;
        LastError = error;
        ClaimedUntil = null;
        Due = now + Duration.FromMinutes(Math.Min(60, 1 << Math.Min(Attempts - 1, 6)));
    }
}
