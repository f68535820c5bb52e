using Kabinet.Shell;
using NodaTime;
using NodaTime.Text;

namespace Kabinet.Api;

/// <summary>A start as an integrator writes it: 2026-03-03T14:30 or 2026-03-03T14:30:00 by the company's clocks, or with an offset or Z.</summary>
internal static class ApiTime
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly OffsetDateTimePattern WithOffset = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>");

    /// <summary>Null: no such time. Of an hour that comes twice the first is meant, unless the offset says otherwise.</summary>
    public static Instant? Read(string text, DateTimeZone zone)
    {
        var minutes = WithoutSeconds(text);
        if (Local.Parse(minutes).TryGetValue(default, out var local))
            return TypedDate.IsSensible(local.Date) && zone.MapLocal(local) is { Count: > 0 } mapping ? mapping.First().ToInstant() : null;
        return WithOffset.Parse(minutes).TryGetValue(default, out var exact) && TypedDate.IsSensible(exact.Date) ? exact.ToInstant() : null;
    }

    // Programs write seconds by habit; a booking starts with the minute.
    private static string WithoutSeconds(string text) => text.Length >= 19 && text.AsSpan(16, 3) is ":00" ? text.Remove(16, 3) : text;
}
