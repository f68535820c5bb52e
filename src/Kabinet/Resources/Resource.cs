using Kabinet.Companies;
using Kabinet.Scheduling;

namespace Kabinet.Resources;

/// <summary>Ресурс: what a booking occupies — a specialist, a room, a chair, a machine.</summary>
public sealed class Resource : IOwned
{
    private Resource() { }

    public Resource(int companyId, int id, string name, int capacity = 1)
    {
        (CompanyId, Id, Name) = (companyId, id, name);
        ChangeCapacity(capacity);
    }

    public int CompanyId { get; private set; }
    public int Id { get; private set; }
    public string Name { get; set; } = "";

    /// <summary>Специальность, shown under the name.</summary>
    public string Speciality { get; set; } = "";

    /// <summary>Address of the portrait; empty: initials on a tint.</summary>
    public string PhotoUrl { get; set; } = "";

    /// <summary>How much load it takes at one time; 1 or more.</summary>
    public int Capacity { get; private set; } = 1;
    public int? ScheduleId { get; set; }

    /// <summary>Can a client choose it? Rooms and machines are not chosen, they are taken along.</summary>
    public bool IsOfferedOnline { get; set; } = true;
    public int Position { get; set; }
    public bool IsArchived { get; private set; }

    /// <summary>Виды ресурса to which it belongs.</summary>
    public IList<int> KindIds { get; private set; } = [];

    /// <summary>What is booked must fit: see Seats.</summary>
    public void ChangeCapacity(int capacity)
    {
        if (capacity < 1) throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "A resource takes at least one booking");
        Capacity = capacity;
    }

    public void Belong(IEnumerable<int> kindIds) => KindIds = [.. kindIds.Distinct()];
    public void Archive() => IsArchived = true;
    public void Restore() => IsArchived = false;
}

/// <summary>Вид ресурса: a named set of resources.</summary>
public sealed class ResourceKind : IOwned
{
    private ResourceKind() { }
    public ResourceKind(int companyId, int id, string name) => (CompanyId, Id, Name) = (companyId, id, name);

    public int CompanyId { get; private set; }
    public int Id { get; private set; }
    public string Name { get; set; } = "";
}

/// <summary>График работы under its name; the schedule itself is a value of <see cref="Scheduling"/>.</summary>
public sealed class NamedSchedule : IOwned
{
    private NamedSchedule() { }

    public NamedSchedule(int companyId, int id, string name, WorkSchedule schedule) =>
        (CompanyId, Id, Name, Schedule) = (companyId, id, name, schedule);

    public int CompanyId { get; private set; }
    public int Id { get; private set; }
    public string Name { get; set; } = "";
    public WorkSchedule Schedule { get; set; } = null!;
}

/// <summary>Отклонение от графика of one resource on one day.</summary>
public sealed class ResourceDeviation : IOwned
{
    private ResourceDeviation() { }

    public ResourceDeviation(int companyId, int resourceId, ScheduleDeviation deviation) =>
        (CompanyId, ResourceId, Date, Intervals) = (companyId, resourceId, deviation.Date, [.. deviation.Intervals]);

    public int CompanyId { get; private set; }
    public int ResourceId { get; private set; }
    public NodaTime.LocalDate Date { get; private set; }
    public IList<WorkingInterval> Intervals { get; private set; } = [];

    public ScheduleDeviation Deviation => new(Date, [.. Intervals]);
}
