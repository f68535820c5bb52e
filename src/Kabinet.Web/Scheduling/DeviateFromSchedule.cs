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
/// Отклонения от графика: days of one or of several resources get hours of their own, do not work, or are as their schedules say again. Visits
/// that are booked in the time that is closed are decided about first, see <see cref="ClosedTime"/>.
/// </summary>
public sealed class DeviateFromSchedule(CompanyWork work, CompanySnapshots snapshots, IClock clock)
{
    /// <summary>The value is how many days of resources were written.</summary>
    /// <param name="choices">What becomes of the visits that were listed; null: none was listed yet.</param>
    public Task<Outcome<int>> RunAsync(SignedInMember member, DeviationForm form, IReadOnlyList<VisitChoice>? choices = null, CancellationToken cancel = default) =>
        work.ChangeAsync(member.CompanyId, async (db, company) =>
        {
            var days = form.Check();
            return days.IsRefused ? (List<Refusal>)[.. days.Refusals] : await WriteAsync(db, company, member, days.Value, choices, cancel);
        }, cancel);

    private async Task<Outcome<int>> WriteAsync(
        AppDb db, Company company, SignedInMember member, Dictionary<ResourceDay, IReadOnlyList<WorkingInterval>?> days, IReadOnlyList<VisitChoice>? choices, CancellationToken cancel)
    {
        if (!await db.IsManagementAsync(member, cancel)) return RefusalReason.ManagementOnly;
        var ids = days.Keys.Select(day => day.ResourceId).Distinct().ToList();
        if (await db.Resources.CountAsync(one => ids.Contains(one.Id) && !one.IsArchived, cancel) != ids.Count) return new Refusal(RefusalReason.ResourceUnknown, "days");

        var closed = await ClosedTime.BeforeAsync(db, company, snapshots, member, clock.GetCurrentInstant(), cancel);
        var (first, last) = (days.Keys.Min(day => day.Date), days.Keys.Max(day => day.Date));
        await db.DeviateAsync(days, cancel);
        company.TouchCatalogue();
        return await closed.SettleAsync(ids, (first, last), choices, cancel) is { } refusal ? refusal : days.Count;
    }
}

internal static class WrittenDeviations
{
    /// <summary>Writes each day anew, or takes its deviation away.</summary>
    public static async Task DeviateAsync(this AppDb db, IReadOnlyDictionary<ResourceDay, IReadOnlyList<WorkingInterval>?> days, CancellationToken cancel)
    {
        var (ids, dates) = (days.Keys.Select(day => day.ResourceId).Distinct().ToList(), days.Keys.Select(day => day.Date).Distinct().ToList());
        var known = await db.ScheduleDeviations.Where(one => ids.Contains(one.ResourceId) && dates.Contains(one.Date)).ToListAsync(cancel);
        var byDay = known.ToDictionary(one => new ResourceDay(one.ResourceId, one.Date));
        foreach (var (day, hours) in days)
        {
            var written = byDay.GetValueOrDefault(day);
            if (hours is null && written is not null) db.Remove(written);
            else if (hours is not null && written is null) db.Add(new ResourceDeviation(db.CompanyId, day.ResourceId, new ScheduleDeviation(day.Date, hours)));
            else if (hours is not null) written!.Change(hours);
        }
    }
}
