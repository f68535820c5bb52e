using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.Cabinet;

/// <summary>A booking as its client reads it. States are the company's own affair; the client is told what they mean for him.</summary>
internal static class BookingWords
{
    /// <summary>«Завтра, 3 марта, 14:30», «Сб, 14 марта, 11:00».</summary>
    public static string When(CabinetPage page, WorkOrder order)
    {
        var (t, start) = (page.T, page.Local(order.Start));
        var isNear = start.Date == page.Today || start.Date == page.Today.PlusDays(1);
        var day = isNear ? t.Day(start.Date, page.Today) : t.Weekday(start.Date);
        // The number stays with its month at the end of a line.
        var date = t.DayAndMonth(start.Date, page.Today).Replace(' ', '\u00a0');
        return $"{char.ToUpperInvariant(day[0])}{day[1..]}, {date}, {t.Time(start)}";
    }

    /// <summary>«12:30 завтра», «12:30, 3 марта»: after «до».</summary>
    public static string Deadline(CabinetPage page, Instant at)
    {
        var (t, local) = (page.T, page.Local(at));
        if (local.Date == page.Today) return t["{0} сегодня", t.Time(local)];
        return local.Date == page.Today.PlusDays(1) ? t["{0} завтра", t.Time(local)] : $"{t.Time(local)}, {t.DayAndMonth(local.Date, page.Today)}";
    }

    /// <summary>The state's class in the style sheet and its words.</summary>
    public static (string Kind, string Words) State(CabinetPage page, WorkOrder order) => order.Status switch
    {
        OrderStatus.Cancelled => ("cancelled", order.WasCancelledByClient ? page.T["Отменена вами"] : page.T["Отменена"]),
        OrderStatus.Completed => ("completed", page.T["Состоялась"]),
        _ when order.Finish <= page.Now => ("completed", page.T["Прошла"]),
        _ when order.Start <= page.Now => ("in-progress", page.T["Идёт сейчас"]),
        _ => ("", page.T["Вы записаны"]),
    };

    public static string Services(WorkOrder order) => Services(order.Works.Select(line => line.Name));

    /// <summary>«Женская стрижка, укладка феном».</summary>
    public static string Services(IEnumerable<string> names) => string.Join(", ", names.Select((name, number) => number == 0 ? name : Continued(name)));

    /// <summary>Who serves; null: nobody is named in the order.</summary>
    public static int? ResourceId(WorkOrder order) => order.Resources.Count > 0 ? order.Resources[0].ResourceId : null;

    /// <summary>Where the same is booked again; null: none of it is offered any more, or nothing is at the moment.</summary>
    public static string? RepeatLink(CabinetPage page, WorkOrder order)
    {
        var catalogue = page.Snapshot.Catalogue;
        var services = order.Works.Where(line => catalogue.Service(line.ServiceId) is { IsOfferedOnline: true }).Select(line => $"service={line.ServiceId}").ToList();
        if (services.Count == 0 || !page.Company.IsPublished) return null;
        if (ResourceId(order) is { } id && catalogue.Resource(id) is { IsOfferedOnline: true }) services.Insert(0, $"resource={id}");
        return page.Link("new?" + string.Join('&', services));
    }

    public static string MapLink(CabinetPage page) => page.Company.About is { MapUrl.Length: > 0 } about
        ? about.MapUrl
        : MapLink(page.Company.About.Address);

    public static string MapLink(string address) => "https://yandex.ru/maps/?text=" + Uri.EscapeDataString(address);

    // A name goes on in lower case unless it is an abbreviation.
    private static string Continued(string name) => name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
}
