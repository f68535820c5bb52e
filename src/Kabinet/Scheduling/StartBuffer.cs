using System.Buffers;
using System.Runtime.InteropServices;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>Collects starts in borrowed memory, so that the list of the answer is made once and as long as it has to be.</summary>
internal struct StartBuffer()
{
    private long[] starts = ArrayPool<long>.Shared.Rent(1024);
    private int count;

    public void Add(long start)
    {
        if (count == starts.Length) Grow();
        starts[count++] = start;
    }

    /// <summary>Appends the starts to a list and gives the memory back; the buffer ends with it.</summary>
    public readonly void MoveTo(List<Instant> list)
    {
        var first = list.Count;
        CollectionsMarshal.SetCount(list, first + count);
        var instants = CollectionsMarshal.AsSpan(list)[first..];
        for (var i = 0; i < instants.Length; i++) instants[i] = Minutes.ToInstant(starts[i]);
        ArrayPool<long>.Shared.Return(starts);
    }

    private void Grow()
    {
        var larger = ArrayPool<long>.Shared.Rent(count * 2);
        starts.AsSpan(0, count).CopyTo(larger);
        ArrayPool<long>.Shared.Return(starts);
        starts = larger;
    }
}
