using System.Buffers;
using System.Numerics;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>
/// Which minutes of a window are starts of at least one candidate: a bit for each, in borrowed memory. Of minutes that no start can have,
/// by the step and the grid, there are no bits: mostly a day is two words.
/// </summary>
internal readonly struct StartMap : IDisposable
{
    private const int WordBits = 64;

    private readonly ulong[] words;
    private readonly int wordCount;
    private readonly int unit;
    private readonly long origin;

    /// <param name="from">The first minute of the window.</param>
    /// <param name="until">The first minute after it.</param>
    /// <param name="unit">Minutes, 1 or more, that divide every start that will be marked.</param>
    public StartMap(long from, long until, int unit)
    {
        this.unit = unit;
        origin = from >= 0 ? from / unit : (from - unit + 1) / unit;
        wordCount = checked((int)(Math.Max(UnitsBefore(until), 0) / WordBits)) + 1;
        words = ArrayPool<ulong>.Shared.Rent(wordCount);
        words.AsSpan(0, wordCount).Clear();
    }

    /// <summary>Marks so many starts, a step apart.</summary>
    public void Mark(long start, int count, int step)
    {
        var (bit, stride) = (UnitsBefore(start), step / unit);
        if (stride == 1)
        {
            Fill(bit, bit + count);
            return;
        }
        for (; count > 0; count--, bit += stride) words[bit / WordBits] |= 1UL << (int)bit;
    }

    /// <summary>How many starts are in the part of the window.</summary>
    public int Count(long from, long until)
    {
        var (at, end, count) = (UnitsBefore(from), UnitsBefore(until), 0);
        for (; at < end; at = NextWord(at)) count += BitOperations.PopCount(words[at / WordBits] & Mask(at, end));
        return count;
    }

    /// <summary>The first start at or after <paramref name="from"/>, which is in the window; <see cref="Minutes.Never"/> when there is none.</summary>
    public long Next(long from)
    {
        for (var at = UnitsBefore(from); at < (long)wordCount * WordBits; at = NextWord(at))
        {
            if ((words[at / WordBits] & Mask(at, long.MaxValue)) is not 0 and var rest) return MinuteOf(at / WordBits, rest);
        }
        return Minutes.Never;
    }

    public List<Instant> ToList()
    {
        var count = 0;
        foreach (var word in words.AsSpan(0, wordCount)) count += BitOperations.PopCount(word);
        var starts = new List<Instant>(count);
        for (var i = 0; i < wordCount; i++)
        {
            for (var rest = words[i]; rest != 0; rest &= rest - 1) starts.Add(Minutes.ToInstant(MinuteOf(i, rest)));
        }
        return starts;
    }

    public void Dispose() => ArrayPool<ulong>.Shared.Return(words);

    private void Fill(long at, long end)
    {
        for (; at < end; at = NextWord(at)) words[at / WordBits] |= Mask(at, end);
    }

    /// <summary>How many units of the map begin before the minute.</summary>
    private long UnitsBefore(long minute) => (minute - origin * unit + unit - 1) / unit;

    private long MinuteOf(long word, ulong bits) => (origin + word * WordBits + BitOperations.TrailingZeroCount(bits)) * unit;

    private static long NextWord(long at) => (at / WordBits + 1) * WordBits;

    /// <summary>The bits of the word that holds <paramref name="at"/> from there on and before <paramref name="end"/>.</summary>
    private static ulong Mask(long at, long end)
    {
        var mask = ulong.MaxValue << (int)at;
        return end - at / WordBits * WordBits < WordBits ? mask & ~(ulong.MaxValue << (int)end) : mask;
    }
}
