using Kabinet.Data;
using Kabinet.Resources;
using Kabinet.Shell;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>
/// Gives a resource a schedule from a date on: the earlier assignment ends the day before, one that begins later stays. What is booked stays too.
/// </summary>
public sealed class AssignWorkSchedule(CompanyWork work)
{
    /// <param name="scheduleId">Null: from then on it does not work.</param>
    public Task<Outcome<Resource>> RunAsync(SignedInMember member, int resourceId, int? scheduleId, LocalDate from, CancellationToken cancel = default) =>
        work.ChangeAsync<Resource>(member.CompanyId, async (db, company) =>
        {
            if (await db.Resources.FirstOrDefaultAsync(one => one.Id == resourceId, cancel) is not { } resource) return RefusalReason.ResourceUnknown;
            if (!TypedDate.IsSensible(from)) return new Refusal(RefusalReason.DateInvalid, "from");
            if (scheduleId is { } id && !await db.WorkSchedules.AnyAsync(one => one.Id == id && !one.IsArchived, cancel)) return new Refusal(RefusalReason.ScheduleUnknown, "schedule");
            resource.Assign(scheduleId, from);
            company.TouchCatalogue();
            return resource;
        }, cancel);
}
