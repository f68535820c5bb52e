using Kabinet.Companies;
using Kabinet.Scheduling;

namespace Kabinet.ServiceCatalog;

/// <summary>Услуга, работа: what is sold.</summary>
public sealed class Service : IOwned
{
    private Service() { }

    public Service(int companyId, int id, string name, int duration, Money? price)
    {
        (CompanyId, Id, Name, Price) = (companyId, id, name, price);
        ChangeDuration(duration);
    }

    public int CompanyId { get; private set; }
    public int Id { get; private set; }
    public int? GroupId { get; set; }
    public string Name { get; set; } = "";

    /// <summary>A short line for the client.</summary>
    public string Description { get; set; } = "";

    /// <summary>Null: not said beforehand.</summary>
    public Money? Price { get; set; }

    /// <summary>«От 1 500 ₽»: <see cref="Price"/> is the least, what it comes to is agreed at the visit.</summary>
    public bool IsPriceFrom { get; set; }

    /// <summary>Minutes.</summary>
    public int Duration { get; private set; }

    /// <summary>Minutes kept free before and after, for preparation and cleaning.</summary>
    public int BufferBefore { get; set; }
    public int BufferAfter { get; set; }
    public bool IsOfferedOnline { get; set; } = true;
    public int Position { get; set; }
    public bool IsArchived { get; private set; }

    /// <summary>The resources that perform it.</summary>
    public IList<int> PerformerIds { get; private set; } = [];

    /// <summary>Виды ресурса of which it needs one besides the performer (a room, a machine).</summary>
    public IList<int> NeededKindIds { get; private set; } = [];

    public bool IsPerformedBy(int resourceId) => PerformerIds.Contains(resourceId);

    /// <param name="minutes">1 or more.</param>
    public void ChangeDuration(int minutes)
    {
        if (minutes < 1) throw new ArgumentOutOfRangeException(nameof(minutes), minutes, "A service takes at least a minute");
        Duration = minutes;
    }

    public void AssignTo(IEnumerable<int> performerIds) => PerformerIds = [.. performerIds.Distinct()];
    public void Need(IEnumerable<int> kindIds) => NeededKindIds = [.. kindIds.Distinct()];
    public void Archive() => IsArchived = true;
    public void Restore() => IsArchived = false;

    /// <summary>
    /// Several services in one visit follow each other without a pause: the durations add up, and the largest buffers of them all
    /// stand around the whole, for nothing has to be cleaned between two services of one client.
    /// </summary>
    public static Visit VisitOf(IReadOnlyCollection<Service> services) => new(
        services.Sum(service => service.Duration),
        services.Max(service => service.BufferBefore),
        services.Max(service => service.BufferAfter));
}

/// <summary>Группа услуг.</summary>
public sealed class ServiceGroup : IOwned
{
    private ServiceGroup() { }
    public ServiceGroup(int companyId, int id, string name, int position) => (CompanyId, Id, Name, Position) = (companyId, id, name, position);

    public int CompanyId { get; private set; }
    public int Id { get; private set; }
    public string Name { get; set; } = "";
    public int Position { get; set; }
}
