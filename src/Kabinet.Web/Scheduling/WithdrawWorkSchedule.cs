using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>
/// An assignment that has not begun yet is taken back: the earlier one goes on. What has begun is history, and another schedule is assigned
/// instead. What is booked in time that is closed by it is decided about first, see <see cref="ClosedTime"/>.
/// </summary>
public sealed class WithdrawWorkSchedule(CompanyWork work, CompanySnapshots snapshots, IClock clock)
{
    /// <param name="choices">What becomes of the visits that were listed; null: none was listed yet.</param>
    public Task<Outcome<Resource>> RunAsync(
        SignedInMember member, int resourceId, LocalDate from, IReadOnlyList<VisitChoice>? choices = null, CancellationToken cancel = default) =>
        work.ChangeAsync<Resource>(member.CompanyId, async (db, company) =>
        {
            if (await db.Resources.FirstOrDefaultAsync(one => one.Id == resourceId, cancel) is not { } resource) return RefusalReason.ResourceUnknown;
            if (resource.Assignments.FirstOrDefault(one => one.From == from) is not { } assignment) return RefusalReason.ChangedMeanwhile;
            var now = clock.GetCurrentInstant();
            if (from <= now.InZone(company.Zone).Date) return new Refusal(RefusalReason.AssignmentBegun, "from");
            var closed = await ClosedTime.BeforeAsync(db, company, snapshots, member, now, cancel);
            resource.Withdraw(assignment);
            company.TouchCatalogue();
            return await closed.SettleAsync([resourceId], null, choices, cancel) is { } refusal ? refusal : resource;
        }, cancel);
}
