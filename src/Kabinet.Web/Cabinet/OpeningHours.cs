using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Kabinet.OnlineBooking;
using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.Cabinet;

/// <summary>When clients are received: from the first start to the last finish of those who can be booked. True by the schedules themselves.</summary>
internal static class OpeningHours
{
    private const int DaysAhead = 7;

    private static readonly ConditionalWeakTable<CompanyCatalogue, ConcurrentDictionary<LocalDate, (LocalDateTime From, LocalDateTime To)?>> Known = [];

    /// <summary>Null: nobody works on that date.</summary>
    public static (LocalDateTime From, LocalDateTime To)? On(CompanyCatalogue catalogue, LocalDate date) =>
        Known.GetValue(catalogue, _ => new()).GetOrAdd(date, day => Find(catalogue, day));

    private static (LocalDateTime From, LocalDateTime To)? Find(CompanyCatalogue catalogue, LocalDate date)
    {
        var day = new TimeRange(catalogue.Zone.AtStartOfDay(date).ToInstant(), catalogue.Zone.AtStartOfDay(date.PlusDays(1)).ToInstant());
        var work = catalogue.Resources.Where(resource => resource.IsOfferedOnline)
            .SelectMany(resource => catalogue.WorkingTimeAround(resource.Id, date).Within(day)).ToList();
        if (work.Count == 0) return null;
        return (work.Min(range => range.Start).InZone(catalogue.Zone).LocalDateTime, work.Max(range => range.Finish).InZone(catalogue.Zone).LocalDateTime);
    }

    /// <summary>«Принимаем до 20:00», «Принимаем завтра с 10:00»; null: nobody works in the days ahead.</summary>
    public static string? Line(CabinetPage page)
    {
        var (t, now) = (page.T, page.Local(page.Now));
        if (On(page.Snapshot.Catalogue, page.Today) is { } today && now < today.To)
            return now < today.From ? t["Принимаем с {0} до {1}", t.Time(today.From), t.Time(today.To)] : t["Принимаем до {0}", t.Time(today.To)];
        for (var ahead = 1; ahead <= DaysAhead; ahead++)
        {
            var date = page.Today.PlusDays(ahead);
            if (On(page.Snapshot.Catalogue, date) is not { } hours) continue;
            return ahead == 1 ? t["Принимаем завтра с {0}", t.Time(hours.From)] : t["Принимаем {0} с {1}", t.Date(date, page.Today), t.Time(hours.From)];
        }
        return null;
    }
}
