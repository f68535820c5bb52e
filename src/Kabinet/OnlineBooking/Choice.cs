using Kabinet.Resources;
using Kabinet.Scheduling;
using Kabinet.ServiceCatalog;

namespace Kabinet.OnlineBooking;

/// <summary>What the client chose: services in the order of the visit, and a resource or any («Любой специалист»).</summary>
/// <param name="Resource">Null: any that performs all the services.</param>
public sealed record Choice(IReadOnlyList<Service> Services, Resource? Resource)
{
    public const int MaxServices = 10;

    /// <summary>The length of a booking that exists and is to be moved: what the catalogue says today no longer matters.</summary>
    public Visit? AgreedVisit { get; init; }

    public Visit Visit => AgreedVisit ?? Service.VisitOf(Services);

    /// <summary>Null: the price of one of them is not said beforehand, or only from how much it is.</summary>
    public Money? Price => Services.All(service => service is { Price: not null, IsPriceFrom: false })
        ? Services.Aggregate(Money.Zero, (sum, service) => sum + service.Price!.Value)
        : null;

    /// <summary>The choice that these ids make, or why they make none.</summary>
    /// <param name="resourceId">Null: any.</param>
    public static Outcome<Choice> Of(CompanyCatalogue catalogue, IReadOnlyList<int> serviceIds, int? resourceId)
    {
        if (serviceIds.Count == 0) return new Refusal(RefusalReason.NoServiceChosen, "service");
        if (serviceIds.Count > 1 && !catalogue.Company.OnlineBooking.AllowsSeveralServices) return new Refusal(RefusalReason.OneServiceOnly, "service");
        if (serviceIds.Count > MaxServices) return new Refusal(RefusalReason.TooManyServices, "service");

        var services = new List<Service>();
        foreach (var id in serviceIds.Distinct())
        {
            if (catalogue.Service(id) is not { IsOfferedOnline: true } service) return new Refusal(RefusalReason.ServiceNotOffered, "service");
            services.Add(service);
        }
        if (resourceId is null) return OfAny(catalogue, services);
        if (catalogue.Resource(resourceId.Value) is not { IsOfferedOnline: true } resource) return new Refusal(RefusalReason.ResourceNotOffered, "resource");
        return services.TrueForAll(service => service.IsPerformedBy(resource.Id))
            ? new Choice(services, resource)
            : new Refusal(RefusalReason.ServiceNotPerformed, "service");
    }

    private static Outcome<Choice> OfAny(CompanyCatalogue catalogue, List<Service> services) =>
        catalogue.Resources.Any(resource => resource.IsOfferedOnline && services.TrueForAll(service => service.IsPerformedBy(resource.Id)))
            ? new Choice(services, null)
            : new Refusal(RefusalReason.NotPerformedTogether, "service");
}
