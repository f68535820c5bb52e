using Kabinet.Companies;
using Kabinet.Scheduling;

namespace Kabinet.Resources;

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

    /// <summary>It is not offered for choice any more; who has it goes on working by it.</summary>
    public bool IsArchived { get; private set; }

    public void Archive() => IsArchived = true;
    public void Restore() => IsArchived = false;
}
