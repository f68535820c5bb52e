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
    /// takes the one with the least to do on that day. A refusal names the nearest free times.
    /// </summary>
    public static async Task<Outcome<Place>> FindAsync(
        Seats seats, CompanyCatalogue catalogue, Choice choice, Instant start, Instant now, CancellationToken cancel, int? exceptOrderId = null)
    {
        var body = new TimeRange(start, start + Duration.FromMinutes(choice.Visit.Duration));
        var snapshot = (await seats.SnapshotAroundAsync(body, cancel)).Without(workOrderId: exceptOrderId);
        var engine = catalogue.Availability;

        TimeRefusal? refusal = null;
        List<Offer> fitting = [];
        foreach (var offer in snapshot.Offers(choice))
        {
            if (engine.Fits(offer.Candidate, start, now) is { } no) refusal = refusal is { } known && known < no ? known : no;
            else fitting.Add(offer);
        }
        if (fitting.Count == 0) return Refusal.Of(refusal ?? TimeRefusal.NotWorking);

        var chosen = fitting.MinBy(offer => snapshot.BusyOn(offer.Resource, start.InZone(catalogue.Zone).Date))!;
        var companions = engine.Companions(chosen.Candidate, start, now) ?? throw new InvalidOperationException("What fits has its companions");
        return new Place(chosen.Resource, [.. companions.Select((index, list) => chosen.Companions[list][index].Id)], body);
    }
}
