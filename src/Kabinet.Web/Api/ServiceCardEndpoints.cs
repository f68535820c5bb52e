using Kabinet.ServiceCatalog;
using Kabinet.Staff;

namespace Kabinet.Api;

/// <param name="Groups">All that a service can be in, in their order.</param>
public sealed record ServiceCardsAnswer(IReadOnlyList<ServiceCardAnswer> Services, IReadOnlyList<GroupAnswer> Groups);

/// <summary>A service as the back office has it; what the fields are is said in the request that makes one.</summary>
/// <param name="Group">The id of its group; null: none.</param>
public sealed record ServiceCardAnswer(
    int Id, string Name, string Description, int? Group, decimal? Price, bool IsPriceFrom, int Duration, int BufferBefore, int BufferAfter,
    IReadOnlyList<int> Performers, IReadOnlyList<int> NeededKinds, bool IsOfferedOnline, int Position, bool IsArchived)
{
    internal static ServiceCardAnswer Of(Service service) => new(
        service.Id, service.Name, service.Description, service.GroupId, service.Price?.AsRubles, service.IsPriceFrom, service.Duration, service.BufferBefore, service.BufferAfter,
        [.. service.PerformerIds], [.. service.NeededKindIds], service.IsOfferedOnline, service.Position, service.IsArchived);
}

/// <summary>The catalogue for a program with a key: every service and all that is known of it. What a client sees is <see cref="CatalogueEndpoints"/>.</summary>
internal static class ServiceCardEndpoints
{
    private const string Tag = "services", Path = "/services", OnePath = Path + "/{id:int}";

    public static void MapServiceCards(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path + "/all", ListAsync)
            .WithName("listServiceCards").WithTags(Tag).WithSummary("Every service of the company, offered online or not").WithDescription("In the company's order, with the groups.")
            .Takes("archived", "true: the archived ones too.", "boolean").TakesKey(ApiAccess.ReadServices).Answers<ServiceCardsAnswer>();
        api.MapGet(OnePath, FindAsync)
            .WithName("getService").WithTags(Tag).WithSummary("A service").WithDescription("Archived ones too.")
            .TakesKey(ApiAccess.ReadServices).Answers<ServiceCardAnswer>();
        api.MapPost(Path, CreateAsync)
            .WithName("createService").WithTags(Tag).WithSummary("A new service").WithDescription("It can be booked at once, where somebody performs it.")
            .TakesKey(ApiAccess.WriteServices).TakesBody<ServiceRequest>().Answers<ServiceCardAnswer>(201, [422]);
        api.MapPatch(OnePath, ChangeAsync)
            .WithName("changeService").WithTags(Tag).WithSummary("Changes a service, archives it or brings it back")
            .WithDescription("What is left out stays. Work orders keep the name, the price and the time with which they were made.")
            .TakesKey(ApiAccess.WriteServices).TakesBody<ServiceChangeRequest>().Answers<ServiceCardAnswer>(422);
    }

    private static async Task<IResult> ListAsync(ApiCall call, ApiCallers callers, ServiceList list)
    {
        var (caller, problem) = await callers.WithAsync(call, ApiAccess.ReadServices);
        if (caller is null) return problem!;
        var query = new ApiQuery(call, "archived");
        var withArchived = query.Flag("archived");
        if (query.Problem is { } wrong) return wrong;

        var cards = await list.AllAsync(caller.AsMember(), withArchived, call.Http.RequestAborted);
        return TypedResults.Json(new ServiceCardsAnswer(
            [.. cards.Services.Select(ServiceCardAnswer.Of)], [.. cards.Groups.Select(group => new GroupAnswer(group.Id, group.Name))]));
    }

    private static async Task<IResult> FindAsync(ApiCall call, int id, ApiCallers callers, ServiceList list)
    {
        var (caller, problem) = await callers.WithAsync(call, ApiAccess.ReadServices);
        if (caller is null) return problem!;
        return await list.FindAsync(caller.AsMember(), id, call.Http.RequestAborted) is { } service
            ? TypedResults.Json(ServiceCardAnswer.Of(service))
            : call.Refuse(RefusalReason.ServiceUnknown);
    }

    private static async Task<IResult> CreateAsync(ApiCall call, ApiCallers callers, CreateService create)
    {
        var (caller, problem) = await callers.WithAsync(call, ApiAccess.WriteServices);
        if (caller is null) return problem!;
        var (request, wrongBody) = await call.ReadAsync<ServiceRequest>();
        if (request is null) return wrongBody!;

        var outcome = await create.RunAsync(caller.AsMember(), request.Form, call.Http.RequestAborted);
        return outcome.IsRefused
            ? call.Refuse(outcome.Refusals)
            : TypedResults.Created(call.AddressOf("services", outcome.Value.Id), ServiceCardAnswer.Of(outcome.Value));
    }

    private static async Task<IResult> ChangeAsync(ApiCall call, int id, ApiCallers callers, ChangeService change)
    {
        var (caller, problem) = await callers.WithAsync(call, ApiAccess.WriteServices);
        if (caller is null) return problem!;
        var (request, wrongBody) = await call.ReadAsync<ServiceChangeRequest>();
        if (request is null) return wrongBody!;
        if (request.IsEmpty) return call.Refuse(ApiReason.NothingToChange);

        var outcome = await change.RunAsync(caller.AsMember(), id, request.Of, call.Http.RequestAborted);
        return outcome.IsRefused ? call.Refuse(outcome.Refusals) : TypedResults.Json(ServiceCardAnswer.Of(outcome.Value));
    }
}
