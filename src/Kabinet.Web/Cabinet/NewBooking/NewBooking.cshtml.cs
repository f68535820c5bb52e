using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;
using Microsoft.AspNetCore.Mvc;

namespace Kabinet.Cabinet.NewBooking;

/// <summary>Новая запись: who, what, when, in any order, and what it costs.</summary>
public sealed class NewBookingPage(ClientBookings bookings, HoldTime holdTime) : DraftPage
{
    /// <summary>The visitor's last booking, if he has made one.</summary>
    public WorkOrder? Last { get; private set; }

    /// <summary>Is the resource of the last booking the one that is chosen?</summary>
    public bool IsUsual => Last is not null && Draft.Resource is { } resource && Last.Resources[0].ResourceId == resource.Id;

    /// <summary>The same services as last time; null: none of them can be had there now, or some are chosen already.</summary>
    public BookingDraft? AsBefore
    {
        get
        {
            if (!IsUsual || Draft.Services.Count > 0) return null;
            var services = Mine.ServicesFor(Draft.Resource).Where(service => Last!.Works.Any(line => line.ServiceId == service.Id)).ToList();
            return services.Count > 0 ? Draft with { Services = services } : null;
        }
    }

    public bool ShowsTime => Draft.Choice is not null && (Draft.AsksForTime || Draft.Start is not null || ErrorOf(DraftReader.StartName) is not null);
    public bool IsReady => Draft is { Choice: not null, Start: not null } && Refusals.Count == 0;

    public bool IsOnlyResource => Mine.ResourcesFor([]).Take(2).Count() == 1;
    public bool IsOnlyService => Mine.ServicesFor(null).Take(2).Count() == 1;

    /// <summary>«Вы были у этого специалиста 12 февраля».</summary>
    public string LastLine
    {
        get
        {
            var date = T.DayAndMonth(Local(Last!.Start).Date, Today);
            return Last.Status == OrderStatus.Cancelled ? T["В последний раз вы записывались к этому специалисту на {0}", date]
                : Last.Finish <= Now ? T["Вы были у этого специалиста {0}", date]
                : T["Вы записаны к этому специалисту на {0}", date];
        }
    }

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    /// <summary>«Записаться»: keeps the time while the client confirms.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (IsFormForeign || !IsReady) return Page();

        var visitor = await EnsureVisitorAsync();
        var hold = await holdTime.RunAsync(Company.Id, [.. Draft.Services.Select(service => service.Id)], Draft.Resource?.Id, Draft.Start!.Value, null, visitor.DeviceId, cancel);
        if (!hold.IsRefused) return Redirect(To("new/confirm", Draft with { Date = null, AsksForTime = false }));
        Refusals.AddRange(hold.Refusals.Select(refusal => refusal with { NearestFree = Mine.NearestAround(Draft.Choice!, Draft.Start.Value, Now) }));
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        if (Visitor is not null) Last = await bookings.LastAsync(Company.Id, Visitor, cancel);
        Read(Last is not null && Snapshot.Catalogue.Resource(Last.Resources[0].ResourceId) is { IsOfferedOnline: true } usual ? usual : null);
    }
}
