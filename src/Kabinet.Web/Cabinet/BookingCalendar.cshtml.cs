using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;
using Microsoft.AspNetCore.Mvc;

namespace Kabinet.Cabinet;

/// <summary>
/// The booking for the phone's own calendar (RFC 5545). Times are UTC, for Ical.Net writes a TZID without its VTIMEZONE. The same UID and
/// a growing SEQUENCE: opened again after a move or a cancellation, the file changes the entry instead of adding one.
/// </summary>
public sealed class BookingCalendarPage(ClientBookings bookings) : CabinetPage
{
    protected override bool IsOpenWhenClosed => true;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (Visitor is null || await bookings.FindAsync(Company.Id, Visitor, id, cancel) is not { } order) return NotFound();
        var calendar = new Calendar { Method = "PUBLISH", ProductId = "-//Kabinet//Cabinet//RU" };
        calendar.Events.Add(Entry(order));
        var text = new CalendarSerializer().SerializeToString(calendar) ?? "";
        return File(System.Text.Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8", $"{Company.Slug}-{order.Number}.ics");
    }

    private CalendarEvent Entry(WorkOrder order)
    {
        var entry = new CalendarEvent
        {
            // Of this booking alone, in any installation, and the same when the cabinet moves to another address.
            Uid = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{order.Created.ToUnixTimeTicks()}-{Company.Id}-{order.Id}@kabinet"),
            Sequence = order.Revision,
            DtStamp = At(Now),
            Start = At(order.Start),
            End = At(order.Finish),
            Summary = $"{BookingWords.Services(order)} — {Company.Name}",
            Location = Company.About.Address,
            Description = Description(order),
            Status = order.Status == OrderStatus.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Url = new Uri($"{Request.Scheme}://{Request.Host}{Link($"bookings/{order.Id}")}"),
        };
        if (order.RemindBefore is { } minutes && order.Status != OrderStatus.Cancelled)
            entry.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = entry.Summary, Trigger = new Trigger(Duration.FromMinutes(-minutes)) });
        return entry;
    }

    private string Description(WorkOrder order)
    {
        var who = BookingWords.ResourceId(order) is { } id ? Snapshot.Catalogue.ResourceName(id) : null;
        var phone = Company.About.Phone.Length > 0 ? Customers.Phones.Show(Company.About.Phone) : null;
        return string.Join('\n', new[] { who, Company.About.Directions, phone }.Where(line => !string.IsNullOrEmpty(line)));
    }

    private static CalDateTime At(NodaTime.Instant instant) => new(instant.ToDateTimeUtc());
}
