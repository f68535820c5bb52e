using Kabinet.Companies;
using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>
/// The occupied ranges of a resource that finish on one day (of UTC), taken together: at which version of the company one of them came or
/// went last. Written by the database itself with every row of <see cref="OccupiedRange"/>, so that a copy in memory is brought up to date
/// by reading the days that changed. Key: company, resource, start.
/// </summary>
public sealed class OccupiedDay : IOwned
{
    private OccupiedDay() { }

    public int CompanyId { get; private set; }
    public int ResourceId { get; private set; }

    /// <summary>Midnight, included, and the next one, excluded.</summary>
    public Instant Start { get; private set; }
    public Instant Finish { get; private set; }

    /// <summary>The <see cref="Company.Version"/> that the change made.</summary>
    public long Version { get; private set; }

    public TimeRange Range => new(Start, Finish);
}
