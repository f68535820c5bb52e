using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>График работы: when a resource works. Immutable; two schedules are equal when they have the same intervals.</summary>
public abstract record WorkSchedule
{
    /// <summary>The intervals that begin on <paramref name="date"/>, in order; empty on a day off.</summary>
    public abstract IReadOnlyList<WorkingInterval> On(LocalDate date);

    /// <summary>Do two rows of days have the same intervals?</summary>
    private protected static bool AreSame(WorkingInterval[][] days, WorkingInterval[][] others) =>
        days.Length == others.Length && days.Zip(others).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    private protected static int HashOf(WorkingInterval[][] days)
    {
        var hash = new HashCode();
        foreach (var day in days) hash.Add(day.Length);
        foreach (var interval in days.SelectMany(day => day)) hash.Add(interval);
        return hash.ToHashCode();
    }
}
