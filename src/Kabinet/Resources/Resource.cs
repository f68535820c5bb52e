using Kabinet.Companies;
using Kabinet.Scheduling;
using NodaTime;

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

    /// <summary>Can a client choose it? Rooms and machines are not chosen, they are taken along.</summary>
    public bool IsOfferedOnline { get; set; } = true;
    public int Position { get; set; }
    public bool IsArchived { get; private set; }

    /// <summary>Виды ресурса to which it belongs.</summary>
    public IList<int> KindIds { get; private set; } = [];

    private readonly List<ScheduleAssignment> assignments = [];

    /// <summary>Which schedule holds from which date, in order; each until the next begins.</summary>
    public IReadOnlyList<ScheduleAssignment> Assignments => [.. assignments.OrderBy(one => one.From)];

    /// <summary>Null: it has none on that date, and does not work.</summary>
    public int? ScheduleOn(LocalDate date) => AssignmentOn(date)?.ScheduleId;

    /// <summary>The one that holds on the date; null: none began yet.</summary>
    public ScheduleAssignment? AssignmentOn(LocalDate date) => assignments.Where(one => one.From <= date).MaxBy(one => one.From);

    /// <summary>From the date on, until the next assignment begins; the earlier one ends the day before.</summary>
    /// <param name="scheduleId">Null: it does not work.</param>
    public void Assign(int? scheduleId, LocalDate from)
    {
        if (assignments.Find(one => one.From == from) is { } same) same.ScheduleId = scheduleId;
        else assignments.Add(new ScheduleAssignment(CompanyId, Id, from, scheduleId));
    }

    /// <summary>Its first schedule: it has been so since ever.</summary>
    public void Assign(int? scheduleId) => Assign(scheduleId, ScheduleAssignment.SinceEver);

    /// <summary>The earlier one goes on instead.</summary>
    public void Withdraw(ScheduleAssignment assignment) => assignments.Remove(assignment);

    /// <summary>All its schedules as one, each from its date.</summary>
    /// <param name="schedules">By id, those of the company.</param>
    public WorkSchedule Schedule(IReadOnlyDictionary<int, WorkSchedule> schedules) =>
        new AssignedSchedules([.. assignments.Select(one => (one.From, one.ScheduleId is { } id ? schedules.GetValueOrDefault(id) : null))]);

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

/// <summary>Отклонение от графика of one resource on one day.</summary>
public sealed class ResourceDeviation : IOwned
{
    private ResourceDeviation() { }

    public ResourceDeviation(int companyId, int resourceId, ScheduleDeviation deviation) =>
        (CompanyId, ResourceId, Date, Intervals) = (companyId, resourceId, deviation.Date, [.. deviation.Intervals]);

    public int CompanyId { get; private set; }
    public int ResourceId { get; private set; }
    public LocalDate Date { get; private set; }
    public IList<WorkingInterval> Intervals { get; private set; } = [];

    public ScheduleDeviation Deviation => new(Date, [.. Intervals]);

    /// <summary>Other hours for the day, or none.</summary>
    public void Change(IEnumerable<WorkingInterval> intervals) => Intervals = [.. intervals];
}
