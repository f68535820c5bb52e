using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;
using Microsoft.AspNetCore.Mvc;

namespace Kabinet.Cabinet.NewBooking;

/// <summary>Вы записаны: the time in large figures, for the visitor whose booking it is.</summary>
public sealed class DonePage(ClientBookings bookings) : CabinetPage
{
    public WorkOrder Order { get; private set; } = null!;

    /// <summary>Was it moved rather than made?</summary>
    public bool IsMoved => Request.Query.ContainsKey("moved");

    /// <summary>«Анна Белова · 1 ч 45 мин · 4 000 ₽».</summary>
    public string Line
    {
        get
        {
            var resource = BookingWords.ResourceId(Order) is { } id ? Snapshot.Catalogue.ResourceName(id) : null;
            var price = Order.Works.All(line => line.IsPriced) ? T.Price(Order.Sum) : null;
            return string.Join(" · ", new[] { resource, T.Minutes((int)Order.Body.Length.TotalMinutes), price }.OfType<string>());
        }
    }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (Visitor is null || await bookings.FindAsync(Company.Id, Visitor, id, cancel) is not { } order) return NotFound();
        Order = order;
        return Page();
    }
}
