using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>
/// Where visits that lose their time could go: the free times nearest to each, of who performs it now and of the others who can. What is nearest
/// for one visit is not offered to the next, so that all of them can be moved there together.
/// </summary>
/// <param name="company">As it will be when the time is closed.</param>
internal sealed class VisitOffers(AppDb db, CompanySnapshot company, Instant now)
{
    private const int MaxOwn = 4, MaxOfEachOther = 2, MaxOthers = 5;

    private readonly List<Occupation> proposed = [];

    // Staff could take any minute; what is offered stands in the company's own rows of times.
    private readonly Availability availability = new(company.Catalogue.Company.OnlineBooking.Rules with { LeadTime = 0, HorizonDays = null }, company.Catalogue.Zone);

    public async Task<(IReadOnlyList<VisitOffer> Offers, VisitOffer? Nearest)> OfAsync(WorkOrder order, CancellationToken cancel)
    {
        var around = await new SnapshotReader(db, now).ReachAsync(company, order.Start.InZone(company.Catalogue.Zone).Date, cancel);
        var free = proposed.Aggregate(around.Without(workOrderId: order.Id), (before, one) => before.With(one.ResourceId, [one], []));
        var offers = Performers(order).Select((resource, place) => Offers(free, order, resource, place == 0 ? MaxOwn : MaxOfEachOther))
            .Where((found, place) => place == 0 || found.Count > 0).Take(MaxOthers + 1).SelectMany(found => found).ToList();
        var nearest = offers.MinBy(offer => Distance(offer, order));
        if (nearest is not null) Propose(order, nearest);
        return (offers, nearest);
    }

    private static Duration Distance(VisitOffer offer, WorkOrder order) => offer.Start < order.Start ? order.Start - offer.Start : offer.Start - order.Start;

    /// <summary>Who performs it now, and all who could. Where a service is archived, nobody is known to perform it but the one who does.</summary>
    private IEnumerable<Resource> Performers(WorkOrder order)
    {
        var taken = order.Resources.Select(line => line.ResourceId).ToList();
        if (company.Catalogue.Resource(taken[0]) is { } own) yield return own;
        if (order.Works.Count == 0) yield break;
        foreach (var other in company.Catalogue.Resources)
            if (!taken.Contains(other.Id) && order.Works.All(line => company.Catalogue.Service(line.ServiceId)?.IsPerformedBy(other.Id) == true)) yield return other;
    }

    private List<VisitOffer> Offers(CompanySnapshot free, WorkOrder order, Resource resource, int count) =>
        free.Candidate(order, order.Body, [resource.Id, .. order.Resources.Skip(1).Select(line => line.ResourceId)]) is { } candidate
            ? availability.NearestAround(candidate, order.Start, now, count, order.Body.Length).ConvertAll(start => new VisitOffer(resource.Id, resource.Name, start))
            : [];

    private void Propose(WorkOrder order, VisitOffer offer)
    {
        var line = order.Resources[0];
        var range = new TimeRange(offer.Start, offer.Start + order.Body.Length).WithBuffers(line.BufferBefore, line.BufferAfter);
        foreach (var id in order.Resources.Skip(1).Select(one => one.ResourceId).Prepend(offer.ResourceId))
            proposed.Add(new Occupation(id, 1, new OccupiedTime(range), order.Id, null, null));
    }
}
