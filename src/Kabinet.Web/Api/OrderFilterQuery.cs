using Kabinet.WorkOrders;

namespace Kabinet.Api;

/// <summary>The filters of the office's list, by the names that they have in its address.</summary>
internal static class OrderFilterQuery
{
    private static readonly string[] Names = ["view", "q", "customer", "state", "resource", "service", "from", "to", "actuality", "payment", "source", "sort", "page"];

    public static RouteHandlerBuilder TakesOrderFilter(this RouteHandlerBuilder endpoint) => endpoint
        .Takes("view", $"A ready-made view: {Words<OrderView>()}.").Takes("q", "A number, or words of the name, phone or comment.")
        .Takes("customer", "The id of a customer.", "integer").Takes("state", "The id of a state.", "integer")
        .Takes("resource", "The id of a resource that is taken.", "integer").Takes("service", "The id of a service.", "integer")
        .Takes("from", "The first local date of the start.", "string", format: "date").Takes("to", "The last one, included.", "string", format: "date")
        .Takes("actuality", $"{Words<Actuality>()}.").Takes("payment", $"{Words<PaymentLevel>()}.").Takes("source", $"{Words<OrderSource>()}.")
        .Takes("sort", $"{Words<OrderColumn>()}; with a minus before it, descending. Left out: -created.").Takes("page", "From 1.", "integer");

    public static (WorkOrderFilter? Filter, Problem? Problem) Read(ApiCall call)
    {
        var query = new ApiQuery(call, Names);
        var order = query.Order<OrderColumn>("sort");
        var filter = new WorkOrderFilter
        {
            View = query.Word<OrderView>("view"),
            Search = query.Search("q"),
            CustomerId = query.Id("customer"),
            StateId = query.Id("state"),
            ResourceId = query.Id("resource"),
            ServiceId = query.Id("service"),
            From = query.Date("from"),
            To = query.Date("to"),
            Actuality = query.Word<Actuality>("actuality"),
            Payment = query.Word<PaymentLevel>("payment"),
            Source = query.Word<OrderSource>("source"),
            Sort = order?.Column ?? OrderColumn.Created,
            IsDescending = order?.IsDescending ?? true,
            Page = query.Page("page"),
        };
        if (filter.To < filter.From) query.Refuse("to", "Последняя дата раньше первой.");
        return query.Problem is { } problem ? (null, problem) : (filter, null);
    }

    private static string Words<T>() where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(value => value.Name()));
}
