using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>All the engine knows of one resource: its capacity, when it works and when it is taken. Immutable.</summary>
public sealed class ResourceTime
{
    public ResourceTime(int capacity, WorkingTime working, IEnumerable<OccupiedTime> occupied) => throw new NotImplementedException();
    public int Capacity => throw new NotImplementedException();
    public WorkingTime Working => throw new NotImplementedException();

    /// <summary>The same resource with other occupied time.</summary>
    public ResourceTime With(IEnumerable<OccupiedTime> occupied) => throw new NotImplementedException();

    /// <summary>The highest load at any moment of the range; holds that have expired at <paramref name="now"/> do not count.</summary>
    public int PeakLoad(TimeRange range, Instant now) => throw new NotImplementedException();
}
