using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.Shell;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>«Скопировать прошлую неделю»: resources work as they really did the week before, where their schedules say otherwise by deviations.</summary>
public sealed class CopyWeek(CompanyWork work, CompanySnapshots snapshots, IClock clock) : WriteDeviations(work, snapshots, clock)
{
    /// <summary>The value is how many days of resources were looked at and written.</summary>
    /// <param name="chosen">Days of one week, of the resources that are meant: the whole week becomes like the one before.</param>
    /// <param name="choices">What becomes of the visits that were listed; null: none was listed yet.</param>
    public Task<Outcome<int>> RunAsync(SignedInMember member, IReadOnlyCollection<ResourceDay> chosen, IReadOnlyList<VisitChoice>? choices = null, CancellationToken cancel = default)
    {
        List<int> ids = [.. chosen.Select(day => day.ResourceId).Distinct()];
        return RunAsync(member, ids, async db =>
        {
            if (chosen.Count == 0) return new Refusal(RefusalReason.DaysMissing, "days");
            if (chosen.Any(day => !TypedDate.IsSensible(day.Date))) return new Refusal(RefusalReason.DateInvalid, "days");
            if (chosen.Select(day => MondayOf(day.Date)).Distinct().ToList() is not [var monday]) return new Refusal(RefusalReason.SeveralWeeks, "days");
            return await LikeWeekBeforeAsync(db, ids, monday, cancel);
        }, choices, cancel);
    }

    private static LocalDate MondayOf(LocalDate date) => date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    private static async Task<Dictionary<ResourceDay, IReadOnlyList<WorkingInterval>?>> LikeWeekBeforeAsync(AppDb db, List<int> ids, LocalDate monday, CancellationToken cancel)
    {
        var (first, last) = (monday.PlusWeeks(-1), monday.PlusDays(6));
        var days = new PlannedDays(
            await db.WorkSchedules.AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Schedule, cancel),
            await db.ScheduleDeviations.AsNoTracking().Where(one => ids.Contains(one.ResourceId) && one.Date >= first && one.Date <= last).ToListAsync(cancel));
        return days.Copy(await db.Resources.AsNoTracking().Where(one => ids.Contains(one.Id)).ToListAsync(cancel), first, monday, 7);
    }
}
