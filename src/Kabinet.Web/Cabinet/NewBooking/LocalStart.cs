using System.Globalization;
using Kabinet.Shell;
using NodaTime;
using NodaTime.Text;

namespace Kabinet.Cabinet.NewBooking;

/// <summary>
/// A start as it stands in an address: the company's local time, 2026-03-03T14:30, and its offset from UTC only where the clocks are put
/// back and the hour comes twice.
/// </summary>
internal static class LocalStart
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly OffsetDateTimePattern WithOffset = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<g>");
    private static readonly OffsetPattern Offset = OffsetPattern.CreateWithInvariantCulture("g");

    public static string Write(Instant start, DateTimeZone zone)
    {
        var at = start.InZone(zone);
        return IsAmbiguous(at) ? WithOffset.Format(at.ToOffsetDateTime()) : Write(at.LocalDateTime);
    }

    // As the pattern writes it, in a third of the time: a page has dozens.
    private static string Write(LocalDateTime at) => string.Create(CultureInfo.InvariantCulture, $"{at.Year:0000}-{at.Month:00}-{at.Day:00}T{at.Hour:00}:{at.Minute:00}");

    /// <summary>Null: no such time, in no calendar or not by this zone's clocks.</summary>
    public static Instant? Read(string? text, DateTimeZone zone)
    {
        if (text is null or { Length: > 40 }) return null;
        if (Local.Parse(text).TryGetValue(default, out var local))
            return TypedDate.IsSensible(local.Date) && zone.MapLocal(local) is { Count: > 0 } mapping ? mapping.First().ToInstant() : null;
        // A plus that was not escaped arrives as a space.
        return WithOffset.Parse(text.Replace(' ', '+')).TryGetValue(default, out var exact) && TypedDate.IsSensible(exact.Date) ? exact.ToInstant() : null;
    }

    public static LocalDate? ReadDate(string? text) => TypedDate.Read(text);

    public static string Write(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>14:30; of an hour that comes twice, which of the two.</summary>
    public static string Show(Instant start, DateTimeZone zone, Texts t)
    {
        var at = start.InZone(zone);
        var time = t.Time(at.LocalDateTime);
        return IsAmbiguous(at) ? $"{time} (UTC{Offset.Format(at.Offset)})" : time;
    }

    private static bool IsAmbiguous(ZonedDateTime at)
    {
        // Only beside a change of the clocks is there anything to look up.
        var (start, line, beside) = (at.ToInstant(), at.Zone.GetZoneInterval(at.ToInstant()), Duration.FromDays(1));
        var isFar = (!line.HasStart || start - line.Start > beside) && (!line.HasEnd || line.End - start > beside);
        return !isFar && at.Zone.MapLocal(at.LocalDateTime).Count > 1;
    }
}
