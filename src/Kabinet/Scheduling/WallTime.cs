using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>
/// A time as a person reads it off the company's wall clock and types it. Where the clock skips there is no such time; where it repeats
/// an hour there are two, and <paramref name="IsSecondPass"/> says which is meant.
/// </summary>
public readonly record struct WallTime(LocalDateTime At, bool IsSecondPass = false)
{
    public static WallTime Of(Instant instant, DateTimeZone zone)
    {
        var at = instant.InZone(zone).LocalDateTime;
        var mapping = zone.MapLocal(at);
        return new(at, mapping.Count == 2 && mapping.Last().ToInstant() == instant);
    }

    /// <summary>Null: the clock skips this time.</summary>
    public Instant? In(DateTimeZone zone)
    {
        var mapping = zone.MapLocal(At);
        if (mapping.Count == 0) return null;
        return (IsSecondPass ? mapping.Last() : mapping.First()).ToInstant();
    }

    /// <summary>Does the clock show this time twice?</summary>
    public bool IsRepeated(DateTimeZone zone) => zone.MapLocal(At).Count == 2;
}
