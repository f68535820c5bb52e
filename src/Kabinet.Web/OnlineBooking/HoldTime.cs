using Kabinet.Data;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.OnlineBooking;

/// <summary>Keeps a chosen time for the few minutes in which the client fills in the form.</summary>
/// <param name="ResourceId">Whose time it is: for «Любой специалист» the one who was found.</param>
public sealed record Hold(Guid Id, int ResourceId, Instant Expires);

public sealed class HoldTime(CompanyWork work, CompanySnapshots snapshots, IClock clock)
{
    /// <param name="previousHoldId">The client's hold of another time, which is given up.</param>
    /// <param name="heldBy">The browser that asks: it keeps one time at once, and nobody else can book or release it.</param>
    public Task<Outcome<Hold>> RunAsync(
        int companyId, IReadOnlyList<int> serviceIds, int? resourceId, Instant start, Guid? previousHoldId, Guid? heldBy = null, CancellationToken cancel = default) =>
        work.ChangeAsync<Hold>(companyId, async (db, company) =>
        {
            var now = clock.GetCurrentInstant();
            var seats = new Seats(db, await snapshots.InAsync(db, company, now, cancel), now);
            if (!company.IsPublished) return RefusalReason.CabinetClosed;
            var choice = Choice.Of(seats.Company.Catalogue, serviceIds, resourceId);
            if (choice.IsRefused) return new Refusal(choice.Refusals[0].Reason, choice.Refusals[0].Field);

            await seats.FreeHoldAsync(previousHoldId, heldBy, cancel);
            var place = Place.Find(seats.Company, choice.Value, start, now);
            if (place.IsRefused) return place.Refusals[0];

            var hold = new Hold(Guid.NewGuid(), place.Value.Resource.Id, now + Duration.FromMinutes(company.OnlineBooking.HoldMinutes));
            var occupied = place.Value.Body.WithBuffers(choice.Value.Visit.BufferBefore, choice.Value.Visit.BufferAfter);
            return await seats.HoldAsync(hold.Id, heldBy, place.Value.ResourceIds, occupied, hold.Expires, cancel)
                ? hold
                : new Refusal(RefusalReason.TimeTaken, "start");
        }, cancel);

    public Task<Outcome<bool>> ReleaseAsync(int companyId, Guid holdId, Guid? heldBy = null, CancellationToken cancel = default) =>
        work.ChangeAsync<bool>(companyId, async (db, company) =>
        {
            var now = clock.GetCurrentInstant();
            await new Seats(db, await snapshots.InAsync(db, company, now, cancel), now).FreeHoldAsync(holdId, heldBy, cancel);
            return true;
        }, cancel);
}
