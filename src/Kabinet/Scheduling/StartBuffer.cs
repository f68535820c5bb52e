using System.Buffers;
using System.Runtime.InteropServices;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>
/// Collects starts as runs of equal steps, in borrowed memory, so that the list of the answer is made once and as long as it has to be.
/// </summary>
internal struct StartBuffer(int step)
{
    private (long First, int Count)[] runs = ArrayPool<(long, int)>.Shared.Rent(512);
    private int runCount;
    private int startCount;

    public void Add(long start) => AddRun(start, start);

    /// <summary>The starts from first on, step by step, as far as <paramref name="until"/> (included).</summary>
    public void AddRun(long first, long until)
    {
        if (runCount == runs.Length) Grow();
        var count = (int)(Minutes.Quotient(until - first, step) + 1);
        runs[runCount++] = (first, count);
        startCount += count;
    }

    /// <summary>Appends the starts to a list and gives the memory back; the buffer ends with it.</summary>
    public readonly void MoveTo(List<Instant> list)
    {
        var filled = list.Count;
        CollectionsMarshal.SetCount(list, filled + startCount);
        var free = CollectionsMarshal.AsSpan(list)[filled..];
        foreach (var (first, count) in runs.AsSpan(0, runCount))
        {
            Fill(free[..count], first);
            free = free[count..];
        }
        ArrayPool<(long, int)>.Shared.Return(runs);
    }

    private readonly void Fill(Span<Instant> run, long first)
    {
        var start = Minutes.ToInstant(first);
        var length = Duration.FromMinutes(step);
        foreach (ref var place in run)
        {
            place = start;
            start += length;
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<(long, int)>.Shared.Rent(runCount * 2);
        runs.AsSpan(0, runCount).CopyTo(larger);
        ArrayPool<(long, int)>.Shared.Return(runs);
        runs = larger;
    }
}
