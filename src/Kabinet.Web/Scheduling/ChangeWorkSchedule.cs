using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>
/// Another form for a work schedule, archived or brought back too: everybody who has it works by it from then on. What is booked in time that is
/// closed by it is decided about first, see <see cref="ClosedTime"/>.
/// </summary>
public sealed class ChangeWorkSchedule(CompanyWork work, CompanySnapshots snapshots, IClock clock)
{
    /// <param name="seen">As the member saw it; what somebody changed since is not overwritten.</param>
    /// <param name="choices">What becomes of the visits that were listed; null: none was listed yet.</param>
    public Task<Outcome<NamedSchedule>> RunAsync(
        SignedInMember member, int id, WorkScheduleForm seen, WorkScheduleForm wanted, IReadOnlyList<VisitChoice>? choices = null, CancellationToken cancel = default) =>
        work.ChangeAsync<NamedSchedule>(member.CompanyId, async (db, company) =>
        {
            if (await db.WorkSchedules.FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } named) return RefusalReason.ScheduleUnknown;
            if (!WorkScheduleForm.Of(named).IsSameAs(seen)) return RefusalReason.ChangedMeanwhile;
            var schedule = wanted.Check();
            if (schedule.IsRefused) return (List<Refusal>)[.. schedule.Refusals];
            var closed = await ClosedTime.BeforeAsync(db, company, snapshots, member, clock.GetCurrentInstant(), cancel);
            (named.Name, named.Schedule) = (wanted.Name!.Trim(), schedule.Value);
            if (wanted.IsArchived) named.Archive();
            else named.Restore();
            company.TouchCatalogue();
            var users = await db.ScheduleAssignments.Where(one => one.ScheduleId == id).Select(one => one.ResourceId).Distinct().ToListAsync(cancel);
            return await closed.SettleAsync(users, null, choices, cancel) is { } refusal ? refusal : named;
        }, cancel);
}
