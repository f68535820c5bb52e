using Kabinet.OnlineBooking;
using Kabinet.Shell;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.Notifications;

/// <summary>What the client of a booking is told, in his language.</summary>
internal sealed class BookingMessages(CompanyCatalogue catalogue, string language)
{
    private readonly Texts t = Texts.Of(language);

    public IEnumerable<OutboxMessage> OnBooked(WorkOrder order, Instant now)
    {
        yield return Message(order, MessageKind.BookingMade, t["{0}: вы записаны на {1}. {2}", catalogue.Company.Name, When(order, now), Services(order)], now, now);
        foreach (var reminder in Reminders(order, now)) yield return reminder;
    }

    public IEnumerable<OutboxMessage> OnMoved(WorkOrder order, Instant now)
    {
        yield return Message(order, MessageKind.BookingMoved, t["{0}: запись перенесена на {1}. {2}", catalogue.Company.Name, When(order, now), Services(order)], now, now);
        foreach (var reminder in Reminders(order, now)) yield return reminder;
    }

    public OutboxMessage OnCancelled(WorkOrder order, Instant now) =>
        Message(order, MessageKind.BookingCancelled, t["{0}: запись на {1} отменена.", catalogue.Company.Name, When(order, now)], now, now);

    /// <summary>None where the client wants none or the time for it has passed.</summary>
    public IEnumerable<OutboxMessage> Reminders(WorkOrder order, Instant now)
    {
        if (order.RemindBefore is not { } minutes || order.IsClosed) yield break;
        var due = order.Start - Duration.FromMinutes(minutes);
        if (due > now) yield return Message(order, MessageKind.Reminder, t["{0}: ждём вас {1}. {2}", catalogue.Company.Name, When(order, due), Services(order)], due, now);
    }

    private static OutboxMessage Message(WorkOrder order, MessageKind kind, string text, Instant due, Instant now) =>
        new(order.CompanyId, kind, Channel.Sms, order.Contact.Phone, text, due, now, order.Id);

    /// <param name="read">When the message will be read: «сегодня» is that day.</param>
    private string When(WorkOrder order, Instant read)
    {
        var (start, today) = (order.Start.InZone(catalogue.Zone).LocalDateTime, read.InZone(catalogue.Zone).Date);
        return t["{0} в {1}", t.DayAndMonth(start.Date, today), t.Time(start)];
    }

    private static string Services(WorkOrder order) => string.Join(", ", order.Works.Select(line => line.Name));
}
