using Kabinet.Scheduling;

namespace Kabinet.OnlineBooking;

/// <summary>A row of occupied time, with what occupies it.</summary>
/// <param name="HeldBy">The browser that holds it.</param>
public readonly record struct Occupation(int ResourceId, OccupiedTime Time, int? WorkOrderId, Guid? HoldId, Guid? HeldBy = null);

/// <summary>All of a resource's occupied time that finishes within a day, as it is now: what was known of that day before counts no longer.</summary>
public sealed record ChangedDay(int ResourceId, TimeRange Day, IReadOnlyList<Occupation> Occupations);

/// <summary>A resource with all that occupies it, and what the engine makes of that. Immutable.</summary>
internal sealed class BookedResource
{
    private readonly ResourceTime free;
    private readonly IReadOnlyList<Occupation> holds;

    /// <param name="free">The resource as if nothing were booked.</param>
    public BookedResource(ResourceTime free, IReadOnlyList<Occupation> occupations)
    {
        (this.free, Occupations) = (free, occupations);
        Time = occupations.Count == 0 ? free : free.With(occupations.Select(one => one.Time));
        holds = [.. occupations.Where(one => one.HoldId is not null)];
    }

    public ResourceTime Time { get; }
    public IReadOnlyList<Occupation> Occupations { get; }

    /// <summary>Few, and asked about for every page.</summary>
    public IReadOnlyList<Occupation> Holds => holds;

    /// <summary>The same resource where that is not there; itself where it was not there anyway.</summary>
    public BookedResource WithoutHolds(Func<Occupation, bool> isTheirs) => holds.Any(isTheirs) ? Keep(one => one.HoldId is null || !isTheirs(one)) : this;

    public BookedResource WithoutOrder(int workOrderId) =>
        Occupations.Any(one => one.WorkOrderId == workOrderId) ? Keep(one => one.WorkOrderId != workOrderId) : this;

    public BookedResource With(IReadOnlyCollection<ChangedDay> days) => new(free,
        [.. Occupations.Where(one => !days.Any(day => day.Day.Contains(one.Time.Range.Finish))), .. days.SelectMany(day => day.Occupations)]);

    private BookedResource Keep(Func<Occupation, bool> isKept) => new(free, [.. Occupations.Where(isKept)]);
}
