using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>
/// Days of one or of several resources get hours of their own, or are as their schedules say again: by the hand of owner and managers, and only when
/// the visits that are booked in the time that is closed have been decided about, see <see cref="ClosedTime"/>.
/// </summary>
public abstract class WriteDeviations(CompanyWork work, CompanySnapshots snapshots, IClock clock)
{
    /// <summary>The value is how many days of resources were written.</summary>
    /// <param name="resourceIds">Whose days they are: none of them archived.</param>
    /// <param name="wanted">Every day with its hours; null hours: by the schedule. Runs inside the transaction.</param>
    /// <param name="choices">What becomes of the visits that were listed; null: none was listed yet.</param>
    private protected Task<Outcome<int>> RunAsync(
        SignedInMember member,
        IReadOnlyCollection<int> resourceIds,
        Func<AppDb, Task<Outcome<Dictionary<ResourceDay, IReadOnlyList<WorkingInterval>?>>>> wanted,
        IReadOnlyList<VisitChoice>? choices,
        CancellationToken cancel) =>
        work.ChangeAsync<int>(member.CompanyId, async (db, company) =>
        {
            if (!await db.IsManagementAsync(member, cancel)) return RefusalReason.ManagementOnly;
            if (await db.Resources.CountAsync(one => resourceIds.Contains(one.Id) && !one.IsArchived, cancel) != resourceIds.Count) return new Refusal(RefusalReason.ResourceUnknown, "days");
            var days = await wanted(db);
            if (days.IsRefused) return (List<Refusal>)[.. days.Refusals];
            return days.Value.Count == 0 ? 0 : await WriteAsync(db, company, member, days.Value, choices, cancel);
        }, cancel);

    private async Task<Outcome<int>> WriteAsync(
        AppDb db, Company company, SignedInMember member, Dictionary<ResourceDay, IReadOnlyList<WorkingInterval>?> days, IReadOnlyList<VisitChoice>? choices, CancellationToken cancel)
    {
        var closed = await ClosedTime.BeforeAsync(db, company, snapshots, member, clock.GetCurrentInstant(), cancel);
        var (ids, dates) = (days.Keys.Select(day => day.ResourceId).Distinct().ToList(), days.Keys.Select(day => day.Date).Distinct().ToList());
        var known = await db.ScheduleDeviations.Where(one => ids.Contains(one.ResourceId) && dates.Contains(one.Date)).ToDictionaryAsync(one => new ResourceDay(one.ResourceId, one.Date), cancel);
        foreach (var (day, hours) in days)
        {
            var written = known.GetValueOrDefault(day);
            if (hours is null && written is not null) db.Remove(written);
            else if (hours is not null && written is null) db.Add(new ResourceDeviation(company.Id, day.ResourceId, new ScheduleDeviation(day.Date, hours)));
            else if (hours is not null) written!.Change(hours);
        }
        company.TouchCatalogue();
        return await closed.SettleAsync(ids, (dates.Min(), dates.Max()), choices, cancel) is { } refusal ? refusal : days.Count;
    }
}
