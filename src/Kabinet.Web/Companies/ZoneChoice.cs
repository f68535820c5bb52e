using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace Kabinet.Companies;

/// <summary>A time zone to choose: «Москва (UTC+3)».</summary>
/// <param name="Id">IANA.</param>
internal sealed record ZoneChoice(string Id, string Name)
{
    private static readonly (string Id, string City)[] Russian =
    [
        ("Europe/Kaliningrad", "Калининград"), ("Europe/Moscow", "Москва"), ("Europe/Samara", "Самара"), ("Asia/Yekaterinburg", "Екатеринбург"), ("Asia/Omsk", "Омск"),
        ("Asia/Novosibirsk", "Новосибирск"), ("Asia/Krasnoyarsk", "Красноярск"), ("Asia/Irkutsk", "Иркутск"), ("Asia/Yakutsk", "Якутск"),
        ("Asia/Vladivostok", "Владивосток"), ("Asia/Magadan", "Магадан"), ("Asia/Kamchatka", "Камчатка"),
    ];

    /// <summary>Where the company's users most often are, named as they call it, from west to east.</summary>
    public static IEnumerable<ZoneChoice> OfRussia(Instant now) => Russian.Select(zone => new ZoneChoice(zone.Id, $"{zone.City} ({Offset(zone.Id, now)})"));

    /// <summary>All others under their own names.</summary>
    public static IEnumerable<ZoneChoice> OfTheWorld(Instant now) => TzdbDateTimeZoneSource.Default.ZoneLocations!
        .Select(location => location.ZoneId)
        .Except(Russian.Select(zone => zone.Id))
        .Distinct()
        .Order(StringComparer.Ordinal)
        .Select(id => new ZoneChoice(id, $"{id.Replace('_', ' ')} ({Offset(id, now)})"));

    private static string Offset(string id, Instant now)
    {
        var offset = DateTimeZoneProviders.Tzdb[id].GetUtcOffset(now).ToTimeSpan();
        var minutes = Math.Abs(offset.Minutes);
        return string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '−' : '+')}{Math.Abs(offset.Hours)}{(minutes == 0 ? "" : $":{minutes:00}")}");
    }
}
