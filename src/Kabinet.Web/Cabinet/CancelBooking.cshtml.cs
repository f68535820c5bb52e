using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Kabinet.Cabinet;

/// <summary>Asks once more, and why; past the company's cut-off it offers the call instead.</summary>
public sealed class CancelBookingPage(ClientBookings bookings, CancelBooking cancelBooking) : CabinetPage
{
    protected override bool IsOpenWhenClosed => true;

    public WorkOrder Order { get; private set; } = null!;
    public bool CanCancel => Order.Finish > Now && Order.CanBeCancelledByClient(Company.OnlineBooking, Now);
    public bool CanMove => CanCancel && Company.IsPublished && Order.CanBeMovedByClient(Company.OnlineBooking, Now);

    /// <summary>«Завтра, 3 марта, 14:30. Женская стрижка, укладка феном, Анна Белова.»</summary>
    public string WhatLine
    {
        get
        {
            var name = BookingWords.ResourceId(Order) is { } id ? Snapshot.Catalogue.ResourceName(id) : null;
            return $"{BookingWords.When(this, Order)}. {BookingWords.Services(Order)}{(name is null ? "" : $", {name}")}.";
        }
    }

    /// <summary>A time to which it could be moved; null: none is free.</summary>
    public string? OtherTime
    {
        get
        {
            if (Order.AsChoice(Snapshot.Catalogue) is not { IsRefused: false } choice) return null;
            var other = Snapshot.Without(workOrderId: Order.Id).Nearest(choice.Value, Now, Order.Start + Duration.FromMinutes(1));
            return other is { } at ? T.MomentInside(Local(at), Today) : null;
        }
    }

    public string WhyNot => Order.IsClosed || Order.Finish <= Now
        ? T["Эта запись уже закрыта, изменить её нельзя."]
        : T["Отменить можно было до {0}. Позвоните нам, мы поможем.", BookingWords.Deadline(this, Order.Start - Duration.FromMinutes(Company.OnlineBooking.CancelCutOff))];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, string? reason, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        if (IsFormForeign) return Page();
        var outcome = await cancelBooking.RunAsync(Company.Id, id, reason, Visitor!, cancel);
        if (!outcome.IsRefused) return Redirect(Link($"bookings/{id}?cancelled"));
        Refusals.AddRange(outcome.Refusals);
        return Page();
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancel)
    {
        if (Visitor is null || await bookings.FindAsync(Company.Id, Visitor, id, cancel) is not { } order) return false;
        Order = order;
        return true;
    }
}
