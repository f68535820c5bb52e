using System.Globalization;
using Kabinet.Notifications;
using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Kabinet.Cabinet;

/// <summary>One booking: what, when, with whom, and what the client may still do with it.</summary>
public sealed class BookingPage(ClientBookings bookings, ChangeReminder changeReminder) : CabinetPage
{
    protected override bool IsOpenWhenClosed => true;

    public WorkOrder Order { get; private set; } = null!;
    public bool IsCancelled => Order.Status == OrderStatus.Cancelled;
    public bool IsComing => !Order.IsClosed && Order.Finish > Now;
    public bool CanMove => IsComing && Company.IsPublished && Order.CanBeMovedByClient(Company.OnlineBooking, Now);
    public bool CanCancel => IsComing && Order.CanBeCancelledByClient(Company.OnlineBooking, Now);

    /// <summary>«завтра, вт, 3 марта».</summary>
    public string DateLine
    {
        get
        {
            var date = Local(Order.Start).Date;
            var isNear = date == Today || date == Today.PlusDays(1);
            return isNear ? $"{T.Day(date, Today).ToLower(CultureInfo.CurrentCulture)}, {T.Date(date, Today)}" : T.Date(date, Today);
        }
    }

    /// <summary>Empty where no price was said; «от» where one of several was not.</summary>
    public string SumLine => !Order.Works.Any(line => line.IsPriced || line.IsPriceFrom) ? ""
        : Order.Works.All(line => line.IsPriced) ? T.Price(Order.Sum) : T["от {0}", T.Price(Order.Sum)];

    /// <summary>The reminders that can still come, with the one that is set; empty when there is nothing to remind of.</summary>
    public IReadOnlyList<int?> Reminders => !IsComing || Order.Start <= Now ? []
        : [null, .. Reminder.ChoicesBefore(Order.Start, Now).Select(minutes => (int?)minutes).Union(Order.RemindBefore is { } set ? [set] : []).Order()];

    /// <summary>What has just been done, after a redirect.</summary>
    public string? Done => Request.Query.ContainsKey("reminded") ? T["Сохранили: {0}.", T.Reminder(Order.RemindBefore).ToLower(CultureInfo.CurrentCulture)]
        : Request.Query.ContainsKey("cancelled") && IsCancelled ? T["Запись отменена, время снова свободно."]
        : null;

    /// <summary>The last moment at which the client may change it.</summary>
    public string Until(int cutOffMinutes) => BookingWords.Deadline(this, Order.Start - Duration.FromMinutes(cutOffMinutes));

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, string? reminder, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        if (IsFormForeign) return Page();
        // -1 is no known reminder, so that nonsense is refused and not read as «none».
        int? minutes = string.IsNullOrEmpty(reminder) ? null : int.TryParse(reminder, CultureInfo.InvariantCulture, out var chosen) ? chosen : -1;
        var outcome = await changeReminder.RunAsync(Company.Id, id, minutes, Visitor!, cancel);
        if (!outcome.IsRefused) return Redirect(Link($"bookings/{id}?reminded"));
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
