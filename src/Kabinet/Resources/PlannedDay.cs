using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.Resources;

/// <summary>One day of one resource.</summary>
public readonly record struct ResourceDay(int ResourceId, LocalDate Date);

/// <summary>What schedule and deviation make of one day of a resource.</summary>
/// <param name="BySchedule">The hours of its schedule, empty on a day off; null: no schedule holds on that date.</param>
/// <param name="Deviation">The hours that take their place, empty when it does not work; null: the day is as the schedule says.</param>
public sealed record PlannedDay(IReadOnlyList<WorkingInterval>? BySchedule, IReadOnlyList<WorkingInterval>? Deviation)
{
    public IReadOnlyList<WorkingInterval> Hours => Deviation ?? BySchedule ?? [];
    public bool IsDeviation => Deviation is not null;

    /// <summary>Neither schedule nor deviation says anything.</summary>
    public bool IsUnplanned => Deviation is null && BySchedule is null;
}

/// <summary>The days of resources, by their schedules and deviations.</summary>
/// <param name="schedules">By id, archived ones too.</param>
public sealed class PlannedDays(IReadOnlyDictionary<int, WorkSchedule> schedules, IEnumerable<ResourceDeviation> deviations)
{
    private readonly Dictionary<ResourceDay, IReadOnlyList<WorkingInterval>> deviations =
        deviations.ToDictionary(one => new ResourceDay(one.ResourceId, one.Date), one => one.Deviation.Intervals);

    public PlannedDay On(Resource resource, LocalDate date) => new(
        resource.ScheduleOn(date) is { } id ? schedules.GetValueOrDefault(id)?.On(date) : null,
        deviations.GetValueOrDefault(new ResourceDay(resource.Id, date)));

    /// <summary>
    /// What makes days like earlier ones: their real hours as deviations, null where the schedule says the same. A day for which nothing was planned
    /// tells nothing, and is not copied.
    /// </summary>
    /// <param name="source">The first of the earlier days.</param>
    /// <param name="target">The first of the days that become like them.</param>
    /// <param name="count">How many days follow one another.</param>
    public Dictionary<ResourceDay, IReadOnlyList<WorkingInterval>?> Copy(IEnumerable<Resource> resources, LocalDate source, LocalDate target, int count) =>
        (from resource in resources
         from day in Enumerable.Range(0, count)
         let earlier = On(resource, source.PlusDays(day))
         where !earlier.IsUnplanned
         let isSame = On(resource, target.PlusDays(day)).BySchedule is { } scheduled && scheduled.SequenceEqual(earlier.Hours.OrderBy(one => one.From))
         select (Day: new ResourceDay(resource.Id, target.PlusDays(day)), Hours: isSame ? null : earlier.Hours)).ToDictionary(one => one.Day, IReadOnlyList<WorkingInterval>? (one) => one.Hours);
}
