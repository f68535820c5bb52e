using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>Between which minutes the rules allow any start at all.</summary>
internal static class OfferedTime
{
    /// <summary>More days than any company plans; keeps the last day inside the calendar.</summary>
    private const int LongestHorizon = 365_000;

    /// <summary>The earliest start.</summary>
    public static long From(BookingRules rules, Instant now) =>
        rules.LeadTime is { } minutes ? Minutes.Ceiling(now + Duration.FromMinutes(minutes)) : -Minutes.Never;

    /// <summary>The first minute after the last day.</summary>
    public static long Until(BookingRules rules, DateTimeZone zone, Instant now) => rules.HorizonDays is { } days
        ? Minutes.StartOfDay(now.InZone(zone).Date.PlusDays(Math.Min(days, LongestHorizon) + 1), zone)
        : Minutes.EndOfTime;
}
