using Kabinet.OnlineBooking;
using Kabinet.ServiceCatalog;

namespace Kabinet.Api;

public sealed record ServicesAnswer(IReadOnlyList<ServiceAnswer> Services);

/// <param name="Price">In the company's currency; null: not said beforehand.</param>
/// <param name="IsPriceFrom">The price is the least; what it comes to is agreed at the visit.</param>
/// <param name="Duration">Minutes.</param>
/// <param name="Resources">The ids of those who perform it and can be chosen online.</param>
public sealed record ServiceAnswer(int Id, string Name, string Description, GroupAnswer? Group, decimal? Price, bool IsPriceFrom, int Duration, IReadOnlyList<int> Resources);

public sealed record GroupAnswer(int Id, string Name);

/// <param name="Nearest">The first time at which any of them is free; null: none up to the horizon.</param>
public sealed record ResourcesAnswer(DateTimeOffset? Nearest, IReadOnlyList<ResourceAnswer> Resources);

/// <param name="Photo">An address; empty: none.</param>
/// <param name="Nearest">The first free time for the services asked for, or for the shortest one; null: none up to the horizon.</param>
public sealed record ResourceAnswer(int Id, string Name, string Speciality, string Photo, DateTimeOffset? Nearest);

internal static class CatalogueEndpoints
{
    public static void MapCatalogue(this IEndpointRouteBuilder api)
    {
        api.MapGet("/services", Services)
            .WithName("listServices").WithTags("catalogue").WithSummary("The services that can be booked online")
            .WithDescription("Of one resource, with `resource`.")
            .Takes("resource", "The id of a resource that performs them.", "integer").Answers<ServicesAnswer>(404);
        api.MapGet("/resources", Resources)
            .WithName("listResources").WithTags("catalogue").WithSummary("The resources that can be chosen online, each with its nearest free time")
            .WithDescription("Those that perform all of the services given. Without a service the nearest time is that of the resource's shortest one.")
            .Takes("service", "The id of a service; may be repeated for several in one visit.", "integer", isRepeated: true).Answers<ResourcesAnswer>(404, 422);
    }

    private static IResult Services(ApiCall call)
    {
        var query = new ApiQuery(call, "resource");
        var id = query.Id("resource");
        if (query.Problem is { } problem) return problem;
        var resource = id is { } wanted ? call.Catalogue.Resource(wanted) : null;
        if (id is not null && resource is not { IsOfferedOnline: true }) return call.Refuse(RefusalReason.ResourceNotOffered, "resource");
        return TypedResults.Json(new ServicesAnswer([.. call.Snapshot.ServicesFor(resource).Select(service => Answer(call, service))]));
    }

    private static IResult Resources(ApiCall call)
    {
        var query = new ApiQuery(call, "service");
        var ids = query.Ids("service");
        if (query.Problem is { } problem) return problem;
        var choice = ids.Count == 0 ? (Outcome<Choice>?)null : Choice.Of(call.Catalogue, ids, null);
        if (choice is { IsRefused: true } refused) return call.Refuse(refused.Refusals);

        var resources = call.Snapshot.NearestOfEach(choice?.Value.Services ?? [], call.Now)
            .Select(one => new ResourceAnswer(one.Resource.Id, one.Resource.Name, one.Resource.Speciality, one.Resource.PhotoUrl, call.Moment(one.Nearest))).ToList();
        return TypedResults.Json(new ResourcesAnswer(resources.Min(resource => resource.Nearest), resources));
    }

    private static ServiceAnswer Answer(ApiCall call, Service service)
    {
        var group = call.Catalogue.Groups.FirstOrDefault(one => one.Id == service.GroupId);
        return new ServiceAnswer(
            service.Id, service.Name, service.Description, group is null ? null : new GroupAnswer(group.Id, group.Name), service.Price?.AsRubles, service.IsPriceFrom, service.Duration,
            [.. call.Snapshot.ResourcesFor([service]).Select(resource => resource.Id)]);
    }
}
