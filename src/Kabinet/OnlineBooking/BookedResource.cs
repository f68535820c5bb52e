using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.OnlineBooking;

/// <summary>A row of occupied time, with what occupies it.</summary>
/// <param name="HeldBy">The browser that holds it.</param>
public readonly record struct Occupation(int ResourceId, int Seat, OccupiedTime Time, int? WorkOrderId, Guid? HoldId, Guid? HeldBy)
{
    public bool IsHold => HoldId is not null;
    public bool HasExpired(Instant now) => Time.Expires <= now;
}

/// <summary>All of a resource's occupied time that finishes within a day, as it is now: what was known of that day before counts no longer.</summary>
public sealed record ChangedDay(int ResourceId, TimeRange Day, IReadOnlyList<Occupation> Occupations);

/// <summary>A resource with all that occupies it, and what the engine makes of that. Immutable.</summary>
/// <param name="free">The resource as if nothing were booked.</param>
internal sealed class BookedResource(ResourceTime free, IReadOnlyList<Occupation> occupations)
{
    private ResourceTime? time;

    /// <summary>Prepared when it is first asked for. Two threads may do it twice, but one is kept: to the engine two objects are two resources.</summary>
    public ResourceTime Time
    {
        get
        {
            if (time is { } known) return known;
            var prepared = occupations.Count == 0 ? free : free.With(occupations.Select(one => one.Time));
            return Interlocked.CompareExchange(ref time, prepared, null) ?? prepared;
        }
    }

    public IReadOnlyList<Occupation> Occupations => occupations;

    /// <summary>Few, and looked at for every page.</summary>
    public IReadOnlyList<Occupation> Holds { get; } = [.. occupations.Where(one => one.IsHold)];

    /// <summary>Itself, where none of its holds is meant.</summary>
    public BookedResource WithoutHolds(Func<Occupation, bool> areMeant) => Holds.Any(areMeant) ? Keep(one => !one.IsHold || !areMeant(one)) : this;

    /// <summary>Itself, where the order does not occupy it.</summary>
    public BookedResource WithoutOrder(int workOrderId) => occupations.Any(one => one.WorkOrderId == workOrderId) ? Keep(one => one.WorkOrderId != workOrderId) : this;

    public BookedResource With(IReadOnlyCollection<ChangedDay> days) => new(free,
        [.. occupations.Where(one => !days.Any(day => day.Day.Contains(one.Time.Range.Finish))), .. days.SelectMany(day => day.Occupations)]);

    public BookedResource With(IEnumerable<Occupation> coming, IReadOnlyCollection<Occupation> going) => new(free, [.. occupations.Except(going), .. coming]);

    private BookedResource Keep(Func<Occupation, bool> isKept) => new(free, [.. occupations.Where(isKept)]);
}
