using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>Отклонения от графика: the chosen days do not work, have other hours, or are by the schedule again.</summary>
public sealed class DeviateFromSchedule(CompanyWork work, CompanySnapshots snapshots, IClock clock) : WriteDeviations(work, snapshots, clock)
{
    /// <summary>The value is how many days of resources were written.</summary>
    /// <param name="choices">What becomes of the visits that were listed; null: none was listed yet.</param>
    public Task<Outcome<int>> RunAsync(SignedInMember member, DeviationForm form, IReadOnlyList<VisitChoice>? choices = null, CancellationToken cancel = default) =>
        RunAsync(member, [.. form.Days.Select(day => day.ResourceId).Distinct()], _ => Task.FromResult(form.Check()), choices, cancel);
}
