using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;

namespace Kabinet.Cabinet;

/// <summary>Мои записи: coming and past.</summary>
public sealed class BookingsPage(ClientBookings bookings) : CabinetPage
{
    protected override bool IsOpenWhenClosed => true;

    public bool IsPast { get; private set; }
    public IReadOnlyList<WorkOrder> Orders { get; private set; } = [];
    public bool IsSignedIn => Visitor?.AccountId is not null;
    public string SignInLink => Link("sign-in?return=" + Uri.EscapeDataString(Link(IsPast ? "bookings?past" : "bookings")));

    /// <summary>What an empty list says: the nearest time, and where other bookings may be.</summary>
    public string NothingHere
    {
        get
        {
            if (IsPast) return IsSignedIn ? T["Здесь останется история ваших визитов."] : T["Записывались раньше? Войдите по номеру телефона, и история появится."];
            var elsewhere = IsSignedIn ? "" : " " + T["Если записывались с другого устройства, войдите по номеру телефона."];
            if (!Company.IsPublished) return elsewhere.TrimStart();
            return Snapshot.NearestOfAll(Now) is { } at ? T["Ближайшее свободное время — {0}.", T.MomentInside(Local(at), Today)] + elsewhere : elsewhere.TrimStart();
        }
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        IsPast = Request.Query.ContainsKey("past");
        if (Visitor is null) return;
        Orders = IsPast ? await bookings.PastAsync(Company.Id, Visitor, cancel) : await bookings.UpcomingAsync(Company.Id, Visitor, cancel);
    }
}
