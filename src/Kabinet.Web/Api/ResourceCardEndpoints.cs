using Kabinet.Resources;
using Kabinet.Staff;
using NodaTime;

namespace Kabinet.Api;

/// <param name="Kinds">All kinds to which a resource can belong.</param>
/// <param name="Schedules">All work schedules that a resource can have.</param>
public sealed record ResourceCardsAnswer(IReadOnlyList<ResourceCardAnswer> Resources, IReadOnlyList<KindAnswer> Kinds, IReadOnlyList<ScheduleAnswer> Schedules);

public sealed record KindAnswer(int Id, string Name);

public sealed record ScheduleAnswer(int Id, string Name);

/// <summary>A resource as the back office has it; what the fields are is said in the request that makes one.</summary>
public sealed record ResourceCardAnswer(
    int Id, string Name, string Speciality, string Photo, int Capacity, IReadOnlyList<int> Kinds, int? Schedule, bool IsOfferedOnline, int Position, bool IsArchived)
{
    /// <param name="today">The schedule is that day's.</param>
    internal static ResourceCardAnswer Of(Resource resource, LocalDate today) => new(
        resource.Id, resource.Name, resource.Speciality, resource.PhotoUrl, resource.Capacity, [.. resource.KindIds], resource.ScheduleOn(today),
        resource.IsOfferedOnline, resource.Position, resource.IsArchived);
}

/// <summary>The resources for a program with a key: every one and all that is known of it. What a client sees is <see cref="CatalogueEndpoints"/>.</summary>
internal static class ResourceCardEndpoints
{
    private const string Tag = "resources", Path = "/resources", OnePath = Path + "/{id:int}";

    public static void MapResourceCards(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path + "/all", ListAsync)
            .WithName("listResourceCards").WithTags(Tag).WithSummary("Every resource of the company, offered online or not").WithDescription("In the company's order, with the kinds and the work schedules.")
            .Takes("archived", "true: the archived ones too.", "boolean").TakesKey(ApiAccess.ReadResources).Answers<ResourceCardsAnswer>();
        api.MapGet(OnePath, FindAsync)
            .WithName("getResource").WithTags(Tag).WithSummary("A resource").WithDescription("Archived ones too.")
            .TakesKey(ApiAccess.ReadResources).Answers<ResourceCardAnswer>();
        api.MapPost(Path, CreateAsync)
            .WithName("createResource").WithTags(Tag).WithSummary("A new resource").WithDescription("It can be booked once it has a work schedule and something to perform.")
            .TakesKey(ApiAccess.WriteResources).TakesBody<ResourceRequest>().Answers<ResourceCardAnswer>(201, [422]);
        api.MapPatch(OnePath, ChangeAsync)
            .WithName("changeResource").WithTags(Tag).WithSummary("Changes a resource, archives it or brings it back")
            .WithDescription("What is left out stays. A capacity below what is booked is 409 `capacity-booked`, archiving it while visits are still to come 409 `resource-booked`.")
            .TakesKey(ApiAccess.WriteResources).TakesBody<ResourceChangeRequest>().Answers<ResourceCardAnswer>(409, 422);
    }

    private static async Task<IResult> ListAsync(ApiCall call, ApiCallers callers, ResourceList list)
    {
        var (caller, problem) = await callers.WithAsync(call, ApiAccess.ReadResources);
        if (caller is null) return problem!;
        var query = new ApiQuery(call, "archived");
        var withArchived = query.Flag("archived");
        if (query.Problem is { } wrong) return wrong;

        var cards = await list.AllAsync(caller.AsMember(), withArchived, call.Http.RequestAborted);
        return TypedResults.Json(new ResourceCardsAnswer(
            [.. cards.Resources.Select(one => ResourceCardAnswer.Of(one, call.Today))],
            [.. cards.Kinds.Select(kind => new KindAnswer(kind.Id, kind.Name))],
            [.. cards.Schedules.Where(schedule => !schedule.IsArchived).Select(schedule => new ScheduleAnswer(schedule.Id, schedule.Name))]));
    }

    private static async Task<IResult> FindAsync(ApiCall call, int id, ApiCallers callers, ResourceList list)
    {
        var (caller, problem) = await callers.WithAsync(call, ApiAccess.ReadResources);
        if (caller is null) return problem!;
        return await list.FindAsync(caller.AsMember(), id, call.Http.RequestAborted) is { } resource
            ? TypedResults.Json(ResourceCardAnswer.Of(resource, call.Today))
            : call.Refuse(RefusalReason.ResourceUnknown);
    }

    private static async Task<IResult> CreateAsync(ApiCall call, ApiCallers callers, CreateResource create)
    {
        var (caller, problem) = await callers.WithAsync(call, ApiAccess.WriteResources);
        if (caller is null) return problem!;
        var (request, wrongBody) = await call.ReadAsync<ResourceRequest>();
        if (request is null) return wrongBody!;

        var outcome = await create.RunAsync(caller.AsMember(), request.Form, call.Http.RequestAborted);
        return outcome.IsRefused
            ? call.Refuse(outcome.Refusals)
            : TypedResults.Created(call.AddressOf("resources", outcome.Value.Id), ResourceCardAnswer.Of(outcome.Value, call.Today));
    }

    private static async Task<IResult> ChangeAsync(ApiCall call, int id, ApiCallers callers, ChangeResource change)
    {
        var (caller, problem) = await callers.WithAsync(call, ApiAccess.WriteResources);
        if (caller is null) return problem!;
        var (request, wrongBody) = await call.ReadAsync<ResourceChangeRequest>();
        if (request is null) return wrongBody!;
        if (request.IsEmpty) return call.Refuse(ApiReason.NothingToChange);

        var outcome = await change.RunAsync(caller.AsMember(), id, request.Of, call.Http.RequestAborted);
        return outcome.IsRefused ? call.Refuse(outcome.Refusals) : TypedResults.Json(ResourceCardAnswer.Of(outcome.Value, call.Today));
    }
}
