namespace Kabinet.Scheduling;

/// <summary>From where the steps between offered starts are counted.</summary>
public enum StartGrid
{
    /// <summary>From the start of each working interval, in elapsed time; bookings do not restart the count.</summary>
    Window,
    /// <summary>From local midnight: local times divisible by the step, counted anew every day.</summary>
    Clock,
    /// <summary>Only times that touch another booking or an edge of working time, so that no unusable gap is left; the step does not matter.</summary>
    Packed,
}

/// <summary>The company's rules for which starts are offered at all.</summary>
/// <param name="Step">Minutes between offered starts; 1 or more.</param>
/// <param name="Grid">From where the steps are counted.</param>
/// <param name="LeadTime">Minutes from now to the earliest start, inclusive, 0 or more; null: the past is allowed too (staff).</param>
/// <param name="HorizonDays">The last day offered, counted from today (0), inclusive, 0 or more; null: no limit (staff).</param>
public sealed record BookingRules(int Step, StartGrid Grid, int? LeadTime, int? HorizonDays)
{
    public int Step { get; init; } = Step >= 1 ? Step : throw new ArgumentOutOfRangeException(nameof(Step), Step, "A step is 1 minute or more.");

    public int? LeadTime { get; init; } = LeadTime is null or >= 0
        ? LeadTime
        : throw new ArgumentOutOfRangeException(nameof(LeadTime), LeadTime, "A lead time is 0 minutes or more.");

    public int? HorizonDays { get; init; } = HorizonDays is null or >= 0
        ? HorizonDays
        : throw new ArgumentOutOfRangeException(nameof(HorizonDays), HorizonDays, "A horizon is 0 days or more.");

    /// <summary>What binds the front desk: working time and other bookings, to the minute, any day.</summary>
    public static BookingRules Staff { get; } = new(1, StartGrid.Clock, null, null);
}
