using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.Shell;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>
/// Gives a resource a schedule from a date on: the earlier assignment ends the day before, one that begins later stays. What is
/// booked in time that is closed by it is decided about first, see <see cref="ClosedTime"/>.
/// </summary>
public sealed class AssignWorkSchedule(CompanyWork work, CompanySnapshots snapshots, IClock clock)
{
    /// <param name="scheduleId">Null: from then on it does not work.</param>
    /// <param name="choices">What becomes of the visits that were listed; null: none was listed yet.</param>
    public Task<Outcome<Resource>> RunAsync(
        SignedInMember member, int resourceId, int? scheduleId, LocalDate from, IReadOnlyList<VisitChoice>? choices = null, CancellationToken cancel = default) =>
        work.ChangeAsync<Resource>(member.CompanyId, async (db, company) =>
        {
            if (await db.Resources.FirstOrDefaultAsync(one => one.Id == resourceId, cancel) is not { } resource) return RefusalReason.ResourceUnknown;
            if (!TypedDate.IsSensible(from)) return new Refusal(RefusalReason.DateInvalid, "from");
            if (scheduleId is { } id && !await db.WorkSchedules.AnyAsync(one => one.Id == id && !one.IsArchived, cancel)) return new Refusal(RefusalReason.ScheduleUnknown, "schedule");
            var closed = await ClosedTime.BeforeAsync(db, company, snapshots, member, clock.GetCurrentInstant(), cancel);
            resource.Assign(scheduleId, from);
            company.TouchCatalogue();
            return await closed.SettleAsync([resourceId], null, choices, cancel) is { } refusal ? refusal : resource;
        }, cancel);
}
