using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>Several schedules, one after another: each from its date until the next one's; before the first, and where there is none, nothing.</summary>
public sealed record AssignedSchedules : WorkSchedule
{
    private readonly (LocalDate From, WorkSchedule? Schedule)[] schedules;

    public AssignedSchedules(IEnumerable<(LocalDate From, WorkSchedule? Schedule)> schedules) => this.schedules = [.. schedules.OrderBy(one => one.From)];

    public override IReadOnlyList<WorkingInterval> On(LocalDate date) =>
        Array.FindLast(schedules, one => one.From <= date).Schedule?.On(date) ?? [];

    public bool Equals(AssignedSchedules? other) => other is not null && schedules.AsSpan().SequenceEqual(other.schedules);

    public override int GetHashCode() => schedules.Length == 0 ? 0 : HashCode.Combine(schedules.Length, schedules[^1]);
}
