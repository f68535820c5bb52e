using Kabinet.Data;
using Kabinet.Resources;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Scheduling;

/// <summary>Another form for a work schedule, archived or brought back too: everybody who has it works by it from then on. What is booked stays.</summary>
public sealed class ChangeWorkSchedule(CompanyWork work)
{
    /// <param name="seen">As the member saw it; what somebody changed since is not overwritten.</param>
    public Task<Outcome<NamedSchedule>> RunAsync(SignedInMember member, int id, WorkScheduleForm seen, WorkScheduleForm wanted, CancellationToken cancel = default) =>
        work.ChangeAsync<NamedSchedule>(member.CompanyId, async (db, company) =>
        {
            if (await db.WorkSchedules.FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } named) return RefusalReason.ScheduleUnknown;
            if (!WorkScheduleForm.Of(named).IsSameAs(seen)) return RefusalReason.ChangedMeanwhile;
            var schedule = wanted.Check();
            if (schedule.IsRefused) return (List<Refusal>)[.. schedule.Refusals];
            (named.Name, named.Schedule) = (wanted.Name!.Trim(), schedule.Value);
            if (wanted.IsArchived) named.Archive();
            else named.Restore();
            company.TouchCatalogue();
            return named;
        }, cancel);
}
