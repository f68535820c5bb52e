using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>A cycle of N days that repeats from a start date (2/2, 3/1 …); before that date nothing.</summary>
public sealed record ShiftSchedule : WorkSchedule
{
    private readonly LocalDate start;
    private readonly WorkingInterval[][] cycle;

    /// <param name="start">The date of the cycle's first day.</param>
    /// <param name="cycle">The intervals of each day of the cycle; 1 day or more.</param>
    public ShiftSchedule(LocalDate start, IReadOnlyList<IReadOnlyList<WorkingInterval>> cycle)
    {
        if (cycle.Count == 0) throw new ArgumentException("A cycle has a day or more.", nameof(cycle));
        this.start = start;
        this.cycle = WorkingInterval.InOrder(cycle);
    }

    public LocalDate Start => start;
    public IReadOnlyList<IReadOnlyList<WorkingInterval>> Cycle => cycle;

    public override IReadOnlyList<WorkingInterval> On(LocalDate date) =>
        date < start ? [] : cycle[Period.DaysBetween(start, date) % cycle.Length];

    public bool Equals(ShiftSchedule? other) => other is not null && start == other.start && AreSame(cycle, other.cycle);

    public override int GetHashCode() => HashCode.Combine(start, HashOf(cycle));
}
