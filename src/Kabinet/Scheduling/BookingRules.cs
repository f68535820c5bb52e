namespace Kabinet.Scheduling;

/// <summary>From where the steps between offered starts are counted.</summary>
public enum StartGrid
{
    /// <summary>From the start of each working interval; bookings do not restart the count.</summary>
    Window,
    /// <summary>From local midnight: local times divisible by the step.</summary>
    Clock,
    /// <summary>Only times that touch another booking or an edge of working time, so that no unusable gap is left.</summary>
    Packed,
}

/// <summary>The company's rules for which starts are offered at all.</summary>
/// <param name="Step">Minutes between offered starts; 1 or more.</param>
/// <param name="Grid">From where the steps are counted.</param>
/// <param name="LeadTime">Minutes from now to the earliest start, inclusive; null: the past is allowed too (staff).</param>
/// <param name="HorizonDays">The last day offered, counted from today (0), inclusive; null: no limit (staff).</param>
public sealed record BookingRules(int Step, StartGrid Grid, int? LeadTime, int? HorizonDays)
{
    /// <summary>What binds the front desk: working time and other bookings, to the minute, any day.</summary>
    public static BookingRules Staff { get; } = new(1, StartGrid.Clock, null, null);
}
