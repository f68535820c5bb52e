using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Kabinet.Cabinet.NewBooking;

/// <summary>Перенести запись: another time for the same visit, confirmed as old → new.</summary>
public sealed class MovePage(ClientBookings bookings, MoveBooking move) : CabinetPage
{
    public WorkOrder Order { get; private set; } = null!;

    /// <summary>The time it is to be moved to; null: it is being chosen.</summary>
    public Instant? Start { get; private set; }

    /// <summary>Null: it cannot be moved.</summary>
    public TimesView? Times { get; private set; }

    public string Address => Link($"bookings/{Order.Id}/move");

    /// <summary>«Завтра, вт, 3 марта, 14:30».</summary>
    public string When(Instant start) => $"{DayWords.Full(T, Local(start).Date, Today)}, {LocalStart.Show(start, Snapshot.Catalogue.Zone, T)}";

    public string To(Instant start) => $"{Address}?start={Uri.EscapeDataString(LocalStart.Write(start, Snapshot.Catalogue.Zone))}";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        if (IsFormForeign || Start is null || Times is null) return Page();
        Refusals.Clear();
        var moved = await move.RunAsync(Company.Id, id, Start.Value, Visitor!, cancel: cancel);
        if (!moved.IsRefused) return Redirect(Link($"new/done/{id}?moved"));
        Refusals.AddRange(moved.Refusals);
        return Page();
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancel)
    {
        if (Visitor is null || await bookings.FindAsync(Company.Id, Visitor, id, cancel) is not { } order) return false;
        Order = order;
        var choice = order.AsChoice(Snapshot.Catalogue);
        if (order.IsClosed || order.Finish <= Now) Refusals.Add(new Refusal(RefusalReason.AlreadyClosed));
        else if (!order.CanBeMovedByClient(Company.OnlineBooking, Now)) Refusals.Add(new Refusal(RefusalReason.TooLateToMove));
        else if (choice.IsRefused) Refusals.Add(choice.Refusals[0] with { Field = "" });
        else ReadTime(choice.Value);
        return true;
    }

    private void ReadTime(Choice choice)
    {
        var company = Snapshot.Without(workOrderId: Order.Id);
        var zone = company.Catalogue.Zone;
        if (Request.Query[DraftReader.StartName] is { Count: > 0 } typed)
        {
            Start = LocalStart.Read(typed, zone);
            var refusal = Start is { } start ? company.RefusalAt(choice, start, Now) : new Refusal(RefusalReason.DateInvalid, DraftReader.StartName);
            if (refusal is not null) Refusals.Add(refusal);
        }
        Times = TimesView.Of(this, company, choice, LocalStart.ReadDate(Request.Query[DraftReader.DateName]) ?? Local(Order.Start).Date, new TimesLinks(
            date => $"{Address}?date={LocalStart.Write(date)}", To, Order.Start));
    }
}
