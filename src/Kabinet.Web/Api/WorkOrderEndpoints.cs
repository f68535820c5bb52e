using Kabinet.Scheduling;
using Kabinet.Staff;
using Kabinet.WorkOrders;

namespace Kabinet.Api;

internal static class WorkOrderEndpoints
{
    private const string Tag = "work orders", Path = "/work-orders", OnePath = Path + "/{id:int}";

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["service"] = "services",
        ["name"] = "client.name",
        ["phone"] = "client.phone",
        ["email"] = "client.email",
        ["key"] = IdempotencyKey.Header,
    };

    public static void MapWorkOrders(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path, ListAsync)
            .WithName("listWorkOrders").WithTags(Tag).WithSummary("The company's work orders").WithDescription("Fifty on a page, the newest first. Every filter narrows further.")
            .TakesOrderFilter().TakesKey(ApiAccess.ReadWorkOrders).Answers<WorkOrdersAnswer>();
        api.MapGet(Path + "/states", StatesAsync)
            .WithName("listWorkOrderStates").WithTags(Tag).WithSummary("The states of work orders").WithDescription("The company's own, in its order.")
            .TakesKey(ApiAccess.ReadWorkOrders).Answers<StatesAnswer>();
        api.MapGet(OnePath, FindAsync)
            .WithName("getWorkOrder").WithTags(Tag).WithSummary("A work order").WithDescription("With its works and the time that it occupies.")
            .TakesKey(ApiAccess.ReadWorkOrders).Answers<WorkOrderAnswer>();
        api.MapPost(Path, CreateAsync)
            .WithName("createWorkOrder").WithTags(Tag).WithSummary("Writes down a visit, as staff do")
            .WithDescription("Bound by working time and other bookings alone. The client is told and reminded as of a booking of his own. The same key with the same body returns the first work order.")
            .TakesIdempotencyKey("work order").TakesKey(ApiAccess.WriteWorkOrders).TakesBody<WorkOrderRequest>().Answers<WorkOrderAnswer>(201, [409, 422]);
        api.MapPatch(OnePath, ChangeAsync)
            .WithName("changeWorkOrder").WithTags(Tag).WithSummary("Changes state, time, resource or comment of a work order, or cancels it")
            .WithDescription("All that is asked for, or nothing. 409 `changed-meanwhile` where the revision is no longer that of the work order: read it again. The client is told what concerns him.")
            .TakesKey(ApiAccess.WriteWorkOrders).TakesBody<WorkOrderChangeRequest>().Answers<WorkOrderAnswer>(409, 422);
    }

    private static async Task<IResult> ListAsync(ApiCall call, ApiCallers callers, WorkOrderList list)
    {
        var (caller, problem) = await callers.WithAsync(call, ApiAccess.ReadWorkOrders);
        if (caller is null) return problem!;
        var (filter, wrong) = OrderFilterQuery.Read(call);
        if (filter is null) return wrong!;

        var page = await list.PageAsync(caller.AsMember(), filter, call.Catalogue, withLines: true, call.Http.RequestAborted);
        return TypedResults.Json(new WorkOrdersAnswer(
            filter.Page > page.PageCount ? [] : [.. page.Rows.Select(row => WorkOrderAnswer.Of(row.Order, call))],
            filter.Page, page.PageCount, page.Count, page.Sum.AsRubles, page.Paid.AsRubles));
    }

    private static async Task<IResult> StatesAsync(ApiCall call, ApiCallers callers)
    {
        var (caller, problem) = await callers.WithAsync(call, ApiAccess.ReadWorkOrders);
        if (caller is null) return problem!;
        return TypedResults.Json(new StatesAnswer([.. call.Catalogue.States.Select(state => new StateAnswer(state.Id, state.Name, state.Status, state.Color))]));
    }

    private static async Task<IResult> FindAsync(ApiCall call, int id, ApiCallers callers, OpenWorkOrder open)
    {
        var (caller, problem) = await callers.WithAsync(call, ApiAccess.ReadWorkOrders);
        if (caller is null) return problem!;
        return await open.RunAsync(caller.AsMember(), id, call.Http.RequestAborted) is { } card
            ? TypedResults.Json(WorkOrderAnswer.Of(card.Order, call))
            : call.Refuse(RefusalReason.NotFound);
    }

    private static async Task<IResult> CreateAsync(ApiCall call, ApiCallers callers, CreateWorkOrder create)
    {
        var (caller, problem) = await callers.WithAsync(call, ApiAccess.WriteWorkOrders);
        if (caller is null) return problem!;
        if (IdempotencyKey.Check(call) is { } wrongKey) return wrongKey;
        var (request, wrongBody) = await call.ReadAsync<WorkOrderRequest>();
        if (request is null) return wrongBody!;
        if (request is { Customer: not null, Client: not null }) return call.Refuse(ApiReason.FieldInvalid, "client", call.T["Укажите одно из двух: customer или client."]);
        if (ApiTime.Read(request.Start, call.Zone) is not { } start) return call.Refuse(RefusalReason.DateInvalid, "start");

        var outcome = await create.RunAsync(caller.AsMember(), request.Form(start, caller, IdempotencyKey.Of(call)), call.Http.RequestAborted);
        return outcome.IsRefused
            ? call.Refuse(outcome.Refusals, Fields)
            : TypedResults.Created(call.AddressOf("work-orders", outcome.Value.Id), WorkOrderAnswer.Of(outcome.Value, call));
    }

    private static async Task<IResult> ChangeAsync(ApiCall call, int id, ApiCallers callers, OpenWorkOrder open, ChangeWorkOrder change)
    {
        var (caller, problem) = await callers.WithAsync(call, ApiAccess.WriteWorkOrders);
        if (caller is null) return problem!;
        var (request, wrongBody) = await call.ReadAsync<WorkOrderChangeRequest>();
        if (request is null) return wrongBody!;
        if (request.IsEmpty) return call.Refuse(ApiReason.NothingToChange);
        if (request is { Reason: not null, State: null }) return call.Refuse(ApiReason.FieldInvalid, "reason", call.T["Причина нужна для отмены: укажите и state."]);
        if (await open.RunAsync(caller.AsMember(), id, call.Http.RequestAborted) is not { } card) return call.Refuse(RefusalReason.NotFound);
        // The form is filled in with what is known of that revision, and of no other.
        if (card.Order.Revision != request.Revision) return call.Refuse(RefusalReason.ChangedMeanwhile, "revision");

        var outcome = await change.RunAsync(caller.AsMember(), id, FormOf(request, card.Order, call), call.Http.RequestAborted);
        return outcome.IsRefused ? call.Refuse(outcome.Refusals, Fields) : TypedResults.Json(WorkOrderAnswer.Of(outcome.Value, call));
    }

    private static WorkOrderForm FormOf(WorkOrderChangeRequest request, WorkOrder order, ApiCall call)
    {
        var form = WorkOrderForm.Of(order, call.Zone);
        if (request.State is { } state) form.StateId = state;
        if (request.Reason is not null) form.CancelReason = request.ReasonWords;
        if (request.Start is { } typed)
        {
            var start = ApiTime.Read(typed, call.Zone);
            form.Start = start is { } at ? WallTime.Of(at, call.Zone) : null;
            if (start is { } moved) form.Finish = WallTime.Of(moved + order.Body.Length, call.Zone);
        }
        if (request.Finish is { } until) form.Finish = ApiTime.Read(until, call.Zone) is { } finish ? WallTime.Of(finish, call.Zone) : null;
        if (request.Resource is { } resource) form.ResourceId = resource;
        if (request.Comment is { } comment) form.Comment = comment;
        return form;
    }
}
