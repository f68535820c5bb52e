using BenchmarkDotNet.Attributes;
using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.Benchmarks.Scheduling;

/// <summary>The nearest free time of each of 1,000 specialists whose next seven days are full: at most a millisecond for all.</summary>
[MemoryDiagnoser(displayGenColumns: false), MinColumn]
public class NearestOfAThousand
{
    private const int FullDays = 7;
    private Candidate[] candidates = [];

    /// <summary>Of each specialist.</summary>
    [Params(0, 20_000)]
    public int PastBookings { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var occupied = BusySalon.Past(PastBookings).Concat(BusySalon.FullDays(BusySalon.Today, FullDays)).ToArray();
        // Each has arrays of its own, as in life: the processor's caches are not to be flattered.
        candidates = [.. Enumerable.Range(0, 1000).Select(_ => new Candidate(new ResourceTime(1, BusySalon.Working(), occupied), new Visit(60)))];
        if (NearestOfAll() != BusySalon.Now.Plus(Duration.FromDays(FullDays)).Plus(Duration.FromHours(1))) throw new InvalidOperationException("It is the eighth day.");
    }

    [Benchmark]
    public Instant NearestOfAll()
    {
        var last = Instant.MinValue;
        foreach (var candidate in candidates) last = Instant.Max(last, BusySalon.Availability.Nearest(candidate, BusySalon.Now) ?? last);
        return last;
    }
}
