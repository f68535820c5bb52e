using Kabinet.Data;
using Kabinet.Resources;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>An assignment that has not begun yet is taken back: the earlier one goes on. What has begun is history, and another schedule is assigned instead.</summary>
public sealed class WithdrawWorkSchedule(CompanyWork work, IClock clock)
{
    public Task<Outcome<Resource>> RunAsync(SignedInMember member, int resourceId, LocalDate from, CancellationToken cancel = default) =>
        work.ChangeAsync<Resource>(member.CompanyId, async (db, company) =>
        {
            if (await db.Resources.FirstOrDefaultAsync(one => one.Id == resourceId, cancel) is not { } resource) return RefusalReason.ResourceUnknown;
            if (resource.Assignments.FirstOrDefault(one => one.From == from) is not { } assignment) return RefusalReason.ChangedMeanwhile;
            if (from <= clock.GetCurrentInstant().InZone(company.Zone).Date) return new Refusal(RefusalReason.AssignmentBegun, "from");
            resource.Withdraw(assignment);
            company.TouchCatalogue();
            return resource;
        }, cancel);
}
