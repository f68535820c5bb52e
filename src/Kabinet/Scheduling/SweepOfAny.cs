using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>The starts that at least one of several candidates can be offered, ascending. Forward only.</summary>
internal sealed class SweepOfAny
{
    private readonly StartSweep[] sweeps;

    /// <summary>What each sweep found last; a sweep is asked again only when that has been passed.</summary>
    private readonly long[] found;

    public SweepOfAny(BookingRules rules, DateTimeZone zone, IReadOnlyList<Candidate> candidates, Instant now)
    {
        sweeps = [.. candidates.Select(candidate => new StartSweep(rules, zone, candidate, now))];
        found = new long[sweeps.Length];
        Array.Fill(found, long.MinValue);
    }

    /// <summary>As <see cref="StartSweep.Next"/>; <paramref name="until"/> is the same in every call.</summary>
    public long Next(long at, long until)
    {
        var next = Minutes.Never;
        for (var i = 0; i < sweeps.Length; i++)
        {
            if (found[i] < at) found[i] = sweeps[i].Next(at, until);
            next = Math.Min(next, found[i]);
        }
        return next;
    }
}
