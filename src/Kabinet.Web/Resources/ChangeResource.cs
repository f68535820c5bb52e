using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Resources;

/// <summary>
/// Another card for a resource, archived or brought back too. What is booked stays: a capacity below it and archiving what is still to come
/// are refused.
/// </summary>
public sealed class ChangeResource(CompanyWork work, CompanySnapshots snapshots, IClock clock)
{
    /// <param name="change">Makes what is wanted of what is known; runs inside the transaction, so that nobody else's change is lost.</param>
    public Task<Outcome<Resource>> RunAsync(SignedInMember member, int id, Func<ResourceForm, ResourceForm> change, CancellationToken cancel = default) =>
        TryAsync(member, id, known => change(known), cancel);

    /// <param name="seen">As the member saw it; what somebody changed since is not overwritten. The schedule stays: see <see cref="Scheduling.AssignWorkSchedule"/>.</param>
    public Task<Outcome<Resource>> RunAsync(SignedInMember member, int id, ResourceForm seen, ResourceForm wanted, CancellationToken cancel = default) =>
        TryAsync(member, id, known => known.IsSameAs(seen) ? wanted with { ScheduleId = known.ScheduleId } : RefusalReason.ChangedMeanwhile, cancel);

    private Task<Outcome<Resource>> TryAsync(SignedInMember member, int id, Func<ResourceForm, Outcome<ResourceForm>> change, CancellationToken cancel) =>
        work.ChangeAsync<Resource>(member.CompanyId, async (db, company) =>
        {
            if (await db.Resources.FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } resource) return RefusalReason.ResourceUnknown;
            var now = clock.GetCurrentInstant();
            var today = now.InZone(company.Zone).Date;
            var wanted = change(ResourceForm.Of(resource, today));
            if (wanted.IsRefused) return (List<Refusal>)[.. wanted.Refusals];
            var form = wanted.Value;
            var refusals = await db.CheckAsync(form, cancel);
            if (refusals.Count > 0) return refusals;
            var seats = new Seats(db, await snapshots.InAsync(db, company, now, cancel), now);
            if (await seats.KeepBookedAsync(resource, form, cancel) is { } booked) return booked;
            if (form.ScheduleId != resource.ScheduleOn(today)) resource.Assign(form.ScheduleId, today);
            resource.Write(form, company);
            return resource;
        }, cancel);
}
