using Kabinet.Customers;
using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;

namespace Kabinet.Cabinet;

/// <summary>Главная: the logo and four tiles, each with a true line, under the next booking if there is one.</summary>
public sealed class HomePage(ClientBookings bookings) : CabinetPage
{
    private IReadOnlyList<WorkOrder> upcoming = [];

    public WorkOrder? Next => upcoming.Count > 0 ? upcoming[0] : null;

    public string NearestLine => Snapshot.NearestOfAll(Now) is { } nearest ? T["Ближайшее: {0}", T.MomentInside(Local(nearest), Today)] : T["Свободного времени пока нет"];

    public string BookingsLine => upcoming.Count > 0 ? T.Count(upcoming.Count, "предстоящая|предстоящие|предстоящих") : T["Пока пусто"];

    public string ProfileLine => this switch
    {
        { Device.Name.Length: > 0 } => Device.Name.Split(' ')[0],
        { Device.AccountId: not null } => Phones.Show(Device.Phone),
        _ => T["Войти по телефону"],
    };

    /// <summary>«Анна Белова · 1 ч 45 мин».</summary>
    public string WithWhom(WorkOrder order)
    {
        var length = T.Minutes((int)order.Body.Length.TotalMinutes);
        return BookingWords.ResourceId(order) is { } id && Snapshot.Catalogue.ResourceName(id) is { } name ? $"{name} · {length}" : length;
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Visitor is not null) upcoming = await bookings.UpcomingAsync(Company.Id, Visitor, cancel);
    }
}
