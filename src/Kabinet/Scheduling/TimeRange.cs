using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>A half-open range of instants: includes <paramref name="Start"/>, excludes <paramref name="Finish"/>.</summary>
public readonly record struct TimeRange(Instant Start, Instant Finish)
{
    public bool IsEmpty => Finish <= Start;
    public Duration Length => Finish - Start;
    public bool Overlaps(TimeRange other) => Start < other.Finish && other.Start < Finish;
    public bool Contains(TimeRange other) => Start <= other.Start && other.Finish <= Finish;
    public bool Contains(Instant at) => Start <= at && at < Finish;

    /// <summary>The range that a booking with this body keeps others out of: the body plus both buffers.</summary>
    public TimeRange WithBuffers(int before, int after) => new(Start - Duration.FromMinutes(before), Finish + Duration.FromMinutes(after));
}
