using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>
/// Instants as whole minutes since the Unix epoch, in which the engine counts: comparing and adding them costs nothing. What is not
/// a whole minute is rounded to the safe side by the caller: occupied time outwards, working time inwards.
/// </summary>
internal static class Minutes
{
    public const long PerDay = 1440;

    /// <summary>Later than every instant, and still far from overflow when durations are added to it.</summary>
    public const long Never = PerDay * 1_000_000_000;

    /// <summary>The last minute that is an instant: the limit where rules set none.</summary>
    public static long EndOfTime { get; } = Floor(Instant.MaxValue);

    public static long Floor(Instant at)
    {
        var ticks = at.ToUnixTimeTicks();
        var minutes = ticks / NodaConstants.TicksPerMinute;
        return ticks % NodaConstants.TicksPerMinute < 0 ? minutes - 1 : minutes;
    }

    public static long Ceiling(Instant at)
    {
        var minutes = Floor(at);
        return IsWhole(at, minutes) ? minutes : minutes + 1;
    }

    public static bool IsWhole(Instant at) => IsWhole(at, Floor(at));

    public static Instant ToInstant(long minutes) => Instant.FromUnixTimeSeconds(minutes * 60);

    /// <summary>
    /// The day's first whole minute in the zone; where the clock skips midnight, or all of the day, the moment of the change. (NodaTime's
    /// own start of a day throws for a skipped day, Pacific/Apia's 30 December 2011, and allocates.)
    /// </summary>
    public static long StartOfDay(LocalDate date, DateTimeZone zone)
    {
        var midnight = date.AtMidnight();
        var at = midnight.WithOffset(zone.MaxOffset).ToInstant();
        while (true)
        {
            var line = zone.GetZoneInterval(at);
            var start = midnight.WithOffset(line.WallOffset).ToInstant();
            if (line.HasStart) start = Instant.Max(start, line.Start);
            if (!line.HasEnd || start < line.End) return Ceiling(start);
            at = line.End;
        }
    }

    /// <summary>As <see cref="StartOfDay"/> of the date after <paramref name="date"/>, which starts at <paramref name="start"/>: mostly a day later, without a search.</summary>
    public static long StartOfNextDay(LocalDate date, long start, DateTimeZone zone)
    {
        var (at, line) = (ToInstant(start), zone.GetZoneInterval(ToInstant(start)));
        var isMidnight = date.AtMidnight().WithOffset(line.WallOffset).ToInstant() == at;
        return isMidnight && (!line.HasEnd || ToInstant(start + PerDay) < line.End) ? start + PerDay : StartOfDay(date.PlusDays(1), zone);
    }

    public static long GreatestDivisor(long one, long other)
    {
        while (other != 0) (one, other) = (other, one % other);
        return one;
    }

    /// <summary>Whole quotient of minutes, 0 or more. The division of small numbers is the cheap one, and it is needed for every run of starts.</summary>
    public static long Quotient(long minutes, int divisor) =>
        minutes <= uint.MaxValue ? (uint)minutes / (uint)divisor : minutes / divisor;

    private static bool IsWhole(Instant at, long floor) => ToInstant(floor) == at;
}
