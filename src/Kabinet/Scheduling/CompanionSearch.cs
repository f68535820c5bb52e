using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>Meets the further needs of a visit: one resource from every list, none twice and none of them the chosen one.</summary>
internal readonly struct CompanionSearch(Candidate candidate, Visit visit, Instant now)
{
    private readonly IReadOnlyList<IReadOnlyList<ResourceTime>> lists = candidate.Also;

    public bool AreNeeded { get; } = candidate.Also.Count > 0;

    /// <summary>Can all be met for a visit that starts then? The needs are few, so every combination is tried, the preferred ones first.</summary>
    /// <param name="start">The start, in minutes.</param>
    /// <param name="chosen">Receives an index into every list; as long as the lists are many.</param>
    public bool Find(long start, Span<int> chosen) => FindFrom(0, start, chosen);

    public bool CanMeet(long start)
    {
        if (!AreNeeded) return true;

        Span<int> chosen = lists.Count <= 16 ? stackalloc int[lists.Count] : new int[lists.Count];
        return Find(start, chosen);
    }

    /// <summary>Has every list a resource that works for the whole body, taken or not?</summary>
    public bool AllWork(long start)
    {
        // Indexes, here and below: an enumerator of an interface is an object, and this is asked for every start.
        for (var need = 0; need < lists.Count; need++)
        {
            if (!AnyWorks(lists[need], start)) return false;
        }
        return true;
    }

    /// <summary>The first minute after <paramref name="start"/> at which one of the resources becomes free or ceases to be.</summary>
    public long NextChange(long start)
    {
        var next = Minutes.Never;
        for (var need = 0; need < lists.Count; need++)
        {
            for (var i = 0; i < lists[need].Count; i++) next = Math.Min(next, NextChange(lists[need][i], start));
        }
        return next;
    }

    private bool FindFrom(int need, long start, Span<int> chosen)
    {
        if (need == lists.Count) return true;

        for (var i = 0; i < lists[need].Count; i++)
        {
            chosen[need] = i;
            if (IsUnused(need, chosen) && IsFree(lists[need][i], start) && FindFrom(need + 1, start, chosen)) return true;
        }
        return false;
    }

    private bool IsUnused(int need, Span<int> chosen)
    {
        var resource = lists[need][chosen[need]];
        if (ReferenceEquals(resource, candidate.Resource)) return false;
        for (var i = 0; i < need; i++)
        {
            if (ReferenceEquals(resource, lists[i][chosen[i]])) return false;
        }
        return true;
    }

    private bool IsFree(ResourceTime resource, long start) => Works(resource, start) &&
        !resource.Load(now).Full.Overlaps(start - visit.BufferBefore, start + visit.Duration + visit.BufferAfter);

    private bool Works(ResourceTime resource, long start) => resource.Working.Ranges.Covers(start, start + visit.Duration);

    private bool AnyWorks(IReadOnlyList<ResourceTime> list, long start)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (Works(list[i], start)) return true;
        }
        return false;
    }

    private long NextChange(ResourceTime resource, long start)
    {
        var free = new FreeStarts(resource.Working.Ranges, resource.Load(now).Full, visit);
        if (!free.Seek(start)) return Minutes.Never;
        return free.First > start ? free.First : free.Last + 1;
    }
}
