using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>Working time of one day: from a local time for so many minutes of wall clock, which may run past midnight.</summary>
/// <param name="From">Local start.</param>
/// <param name="Minutes">Wall-clock length, 1 to 1440.</param>
public readonly record struct WorkingInterval(LocalTime From, int Minutes)
{
    public int Minutes { get; init; } = Minutes is >= 1 and <= 1440
        ? Minutes
        : throw new ArgumentOutOfRangeException(nameof(Minutes), Minutes, "A working interval lasts 1 to 1440 minutes.");

    /// <summary>09:00–18:00; a finish at or before the start is on the next day. Seconds are dropped from the length.</summary>
    public static WorkingInterval Between(LocalTime from, LocalTime to)
    {
        var minutes = (int)((to.TickOfDay - from.TickOfDay) / NodaConstants.TicksPerMinute);
        return new(from, from < to ? minutes : minutes + 1440);
    }

    internal static WorkingInterval[] InOrder(IEnumerable<WorkingInterval> intervals) => [.. intervals.OrderBy(interval => interval.From)];

    internal static WorkingInterval[][] InOrder(IEnumerable<IReadOnlyList<WorkingInterval>> days) => [.. days.Select(InOrder)];
}
