using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.Exchange.Import;

/// <summary>An id of the file's own: a text or a whole number, and 17 is the same as "17".</summary>
public readonly record struct FileId(string Text)
{
    public override string ToString() => $"'{Text}'";
}

/// <summary>A time as the file writes it: the company's local time, or with an offset.</summary>
public readonly record struct FileTime(LocalDateTime Local, Offset? Offset = null)
{
    /// <summary>Null: the clock skips this time. Of a repeated one without an offset it is the first pass.</summary>
    public Instant? In(DateTimeZone zone) => Offset is { } offset ? Local.WithOffset(offset).ToInstant() : new WallTime(Local).In(zone);
}

/// <summary>A pair of times of day, ["09:00", "18:00"]; a finish at or before the start is on the next day, 24:00 is midnight.</summary>
public readonly record struct Hours(LocalTime From, LocalTime To)
{
    public WorkingInterval Interval => WorkingInterval.Between(From, To);
}
