using Kabinet.Customers;
using Kabinet.OnlineBooking;
using Microsoft.AspNetCore.Mvc;

namespace Kabinet.Cabinet;

/// <summary>The request to delete personal data: only by the proven owner of the phone, or one could erase another.</summary>
public sealed class DeleteDataPage(ClientBookings bookings, AskForDeletion askForDeletion) : CabinetPage
{
    protected override bool IsOpenWhenClosed => true;

    public int Upcoming { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Visitor?.AccountId is null) return Redirect(Link("sign-in?return=" + Uri.EscapeDataString(Link("profile/delete"))));
        Upcoming = (await bookings.UpcomingAsync(Company.Id, Visitor, cancel)).Count;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (IsFormForeign || Visitor?.AccountId is null) return await OnGetAsync(cancel);
        var waits = await askForDeletion.RunAsync(Company.Id, Visitor, cancel);
        Leave();
        return Redirect(Link(waits is { IsRefused: false, Value: false } ? "profile/deletion-asked?done" : "profile/deletion-asked"));
    }
}
