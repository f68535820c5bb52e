using BenchmarkDotNet.Attributes;
using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.Benchmarks.Scheduling;

/// <summary>Every start of 30 days for one specialist, a step of 15 minutes, eight bookings a day.</summary>
[MemoryDiagnoser(displayGenColumns: false), MinColumn]
public class ThirtyDaysOfSlots
{
    private const int Days = 30;
    private readonly List<Instant> reused = new(4096);
    private PlainLoop plainLoop = null!;
    private Candidate candidate = null!;

    [Params(0, 20_000)]
    public int PastBookings { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var bookings = BusySalon.Bookings(BusySalon.Today, Days).ToArray();
        var visit = new Visit(30, 0, 10);
        plainLoop = new PlainLoop(bookings, visit, Days);
        candidate = new(new ResourceTime(1, BusySalon.Working(), [.. BusySalon.Past(PastBookings), .. bookings]), visit);
        var minutes = Slots().Select(start => (int)(start.ToUnixTimeSeconds() / 60));
        if (!plainLoop.Starts().SequenceEqual(minutes)) throw new InvalidOperationException("The loop and the engine answer differently.");
    }

    /// <summary>The future alone: the loop is spared the past.</summary>
    [Benchmark(Baseline = true)]
    public List<int> Loop() => plainLoop.Starts();

    [Benchmark]
    public List<Instant> Slots() => BusySalon.Availability.Slots(candidate, BusySalon.Today, BusySalon.Today.PlusDays(Days - 1), BusySalon.Now);

    [Benchmark]
    public List<Instant> SlotsIntoAList()
    {
        reused.Clear();
        BusySalon.Availability.Slots(candidate, BusySalon.Today, BusySalon.Today.PlusDays(Days - 1), BusySalon.Now, reused);
        return reused;
    }
}
