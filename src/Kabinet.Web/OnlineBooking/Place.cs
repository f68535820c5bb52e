using Kabinet.Resources;
using Kabinet.Scheduling;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.OnlineBooking;

/// <summary>Where and when a visit will be: the resource that serves it and those taken along.</summary>
internal sealed record Place(Resource Resource, IReadOnlyList<int> CompanionIds, TimeRange Body)
{
    public IReadOnlyList<int> ResourceIds => [Resource.Id, .. CompanionIds];

    /// <summary>
    /// Asks the engine, with the occupied time as it is in this transaction, whether the choice may start then; for «Любой специалист»
    /// takes the one with the least to do on that day.
    /// </summary>
    public static async Task<Outcome<Place>> FindAsync(
        Seats seats, CompanyCatalogue catalogue, Choice choice, Instant start, Instant now, CancellationToken cancel, int? exceptOrderId = null)
    {
        var body = new TimeRange(start, start + Duration.FromMinutes(choice.Visit.Duration));
        var snapshot = (await seats.SnapshotAroundAsync(body, cancel)).Without(workOrderId: exceptOrderId);
        var (fitting, refusal) = snapshot.At(choice, start, now);
        if (refusal is { } reason) return Refusal.Of(reason);

        var chosen = fitting.MinBy(offer => snapshot.BusyOn(offer.Resource, start.InZone(catalogue.Zone).Date))!;
        var companions = catalogue.Availability.Companions(chosen.Candidate, start, now) ?? throw new InvalidOperationException("What fits has its companions");
        return new Place(chosen.Resource, [.. companions.Select((index, list) => chosen.Companions[list][index].Id)], body);
    }
}
