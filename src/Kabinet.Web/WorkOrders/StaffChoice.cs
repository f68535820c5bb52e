using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.Scheduling;
using Kabinet.ServiceCatalog;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>Services and a resource as staff choose them: of all that the company has, offered online or not.</summary>
/// <param name="Resources">The one that is wanted, or all that perform the services.</param>
internal sealed record StaffChoice(IReadOnlyList<Service> Services, IReadOnlyList<Resource> Resources)
{
    /// <param name="resourceId">Null: any.</param>
    public static Outcome<StaffChoice> Of(CompanyCatalogue catalogue, IReadOnlyList<int> serviceIds, int? resourceId)
    {
        if (serviceIds.Count == 0) return new Refusal(RefusalReason.NoServiceChosen, "service");
        if (serviceIds.Count > Choice.MaxServices) return new Refusal(RefusalReason.TooManyServices, "service");
        var services = new List<Service>();
        foreach (var id in serviceIds.Distinct())
        {
            if (catalogue.Service(id) is not { } service) return new Refusal(RefusalReason.ServiceUnknown, "service");
            services.Add(service);
        }
        bool Performs(Resource resource) => services.TrueForAll(service => service.IsPerformedBy(resource.Id));
        if (resourceId is { } wanted)
        {
            if (catalogue.Resource(wanted) is not { } resource) return new Refusal(RefusalReason.ResourceUnknown, "resource");
            return Performs(resource) ? new StaffChoice(services, [resource]) : new Refusal(RefusalReason.ServiceNotPerformed, "service");
        }
        var all = catalogue.Resources.Where(Performs).ToList();
        return all.Count > 0 ? new StaffChoice(services, all) : new Refusal(RefusalReason.NotPerformedTogether, "service");
    }

    /// <summary>Staff are bound by working time and other bookings alone: any minute, past or far ahead.</summary>
    /// <param name="company">As it is around that date.</param>
    public Outcome<Place> Place(CompanySnapshot company, Instant start, Instant now)
    {
        var (visit, companions) = (Service.VisitOf(Services), company.Catalogue.Needs(Services));
        var availability = new Availability(BookingRules.Staff, company.Catalogue.Zone);
        var also = companions.Select(list => (IReadOnlyList<ResourceTime>)[.. list.Select(one => company.Time(one.Id)!)]).ToList();
        var offers = Resources.Select(resource => (Resource: resource, Candidate: new Candidate(company.Time(resource.Id)!, visit, also))).ToList();

        var date = start.InZone(company.Catalogue.Zone).Date;
        var fitting = offers.Where(offer => availability.Fits(offer.Candidate, start, now) is null).ToList();
        if (fitting.Count == 0) return Refusal.Of(offers.Min(offer => availability.Fits(offer.Candidate, start, now)!.Value));
        var (chosen, candidate) = fitting.MinBy(offer => company.BusyOn(offer.Resource, date));
        var taken = availability.Companions(candidate, start, now) ?? throw new InvalidOperationException("What fits has its companions");
        return new Place(chosen, [.. taken.Select((index, list) => companions[list][index].Id)], new TimeRange(start, start + Duration.FromMinutes(visit.Duration)));
    }
}
