using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Kabinet.Scheduling.Cases;

/// <summary>Reads and writes the times of a case file: local in its zone, or with an offset.</summary>
internal static class CaseTime
{
    private static readonly OffsetDateTimePattern WithOffset = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>");
    private static readonly LocalDateTimePattern ToTheMinute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly OffsetPattern Offset = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <summary>A repeated time is its first pass, a skipped one the moment of the change.</summary>
    private static readonly ZoneLocalMappingResolver First =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private static readonly ZoneLocalMappingResolver Second =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    public static DateTimeZone Zone(CaseNode node) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(node.Text()) ?? throw node.Wrong("an IANA time zone");

    public static LocalDate Date(CaseNode node)
    {
        var result = LocalDatePattern.Iso.Parse(node.Text());
        return result.Success ? result.Value : throw node.Wrong("a date such as 2026-03-02");
    }

    public static Instant Instant(CaseNode node, DateTimeZone zone) =>
        InstantWithOffset(node) ?? Local(node).InZone(zone, First).ToInstant();

    /// <summary>A range of instants. A finish that is repeated is its second pass where the first would not come after the start.</summary>
    public static TimeRange Range(CaseNode start, CaseNode finish, DateTimeZone zone)
    {
        var range = new TimeRange(Instant(start, zone), Instant(finish, zone));
        if (!range.IsEmpty || InstantWithOffset(finish) is not null) return range;
        return range with { Finish = Local(finish).InZone(zone, Second).ToInstant() };
    }

    /// <summary>The instant, or null when it is written without an offset.</summary>
    public static Instant? InstantWithOffset(CaseNode node)
    {
        var result = WithOffset.Parse(node.Text());
        if (!result.Success) result = OffsetDateTimePattern.ExtendedIso.Parse(node.Text());
        return result.Success ? result.Value.ToInstant() : null;
    }

    public static LocalDateTime Local(CaseNode node)
    {
        var result = ToTheMinute.Parse(node.Text());
        if (!result.Success) result = LocalDateTimePattern.ExtendedIso.Parse(node.Text());
        return result.Success ? result.Value : throw node.Wrong("a time such as 2026-03-02T09:00, or with an offset 2026-03-02T09:00+03:00");
    }

    /// <summary>Does the clock of the zone skip this local time?</summary>
    public static bool IsSkipped(CaseNode node, DateTimeZone zone) =>
        InstantWithOffset(node) is null && zone.MapLocal(Local(node)).Count == 0;

    /// <summary>Local, with its offset where the clock shows this time twice.</summary>
    public static string Print(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone);
        var text = ToTheMinute.Format(local.LocalDateTime);
        return zone.MapLocal(local.LocalDateTime).Count > 1 ? text + Offset.Format(local.Offset) : text;
    }

    public static string Print(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
