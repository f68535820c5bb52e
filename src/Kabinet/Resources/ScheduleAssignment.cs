using Kabinet.Companies;
using NodaTime;

namespace Kabinet.Resources;

/// <summary>Назначение графика: by which schedule a resource works from a date on, until its next assignment begins.</summary>
public sealed class ScheduleAssignment : IOwned
{
    /// <summary>Where a first schedule begins: before every date that anybody types.</summary>
    public static readonly LocalDate SinceEver = new(1970, 1, 1);

    private ScheduleAssignment() { }

    internal ScheduleAssignment(int companyId, int resourceId, LocalDate from, int? scheduleId) =>
        (CompanyId, ResourceId, From, ScheduleId) = (companyId, resourceId, from, scheduleId);

    public int CompanyId { get; private set; }
    public int ResourceId { get; private set; }
    public LocalDate From { get; private set; }

    /// <summary>Null: from then on it does not work.</summary>
    public int? ScheduleId { get; internal set; }

    public bool IsSinceEver => From == SinceEver;
}
