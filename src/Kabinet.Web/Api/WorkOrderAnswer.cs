using Kabinet.WorkOrders;

namespace Kabinet.Api;

/// <param name="Page">From 1.</param>
/// <param name="Pages">How many there are; a page past the last has no work orders.</param>
/// <param name="Count">Of all work orders that were asked for.</param>
/// <param name="Sum">Of all that were asked for, without the cancelled.</param>
/// <param name="Paid">Received for all that were asked for.</param>
public sealed record WorkOrdersAnswer(IReadOnlyList<WorkOrderAnswer> WorkOrders, int Page, int Pages, int Count, decimal Sum, decimal Paid);

/// <summary>A work order as the back office has it.</summary>
/// <param name="Number">For people.</param>
/// <param name="Source">cabinet: the client booked it; staff.</param>
/// <param name="Status">open, inProgress, completed or cancelled.</param>
/// <param name="State">Where it stands, one of GET /work-orders/states.</param>
/// <param name="Customer">The id of the customer in the company's base.</param>
/// <param name="Client">As he was written down for this visit.</param>
/// <param name="RemindBefore">Minutes before the start; null: no reminder.</param>
/// <param name="CancelReason">In the words in which it was chosen.</param>
/// <param name="Done">How much of the works is done, 0 to 1.</param>
/// <param name="Revision">Moves with every change; PATCH wants the one that was read.</param>
public sealed record WorkOrderAnswer(
    int Id, int Number, OrderSource Source, OrderStatus Status, StateNameAnswer State, int Customer, BookedClientAnswer Client, DateTimeOffset Start, DateTimeOffset Finish,
    IReadOnlyList<WorkAnswer> Works, IReadOnlyList<OccupiedResourceAnswer> Resources, string Comment, int? RemindBefore, string? CancelReason, bool IsCancelledByClient,
    decimal Sum, decimal Paid, decimal Done, DateTimeOffset Created, DateTimeOffset? Closed, int Revision)
{
    internal static WorkOrderAnswer Of(WorkOrder order, ApiCall call) => new(
        order.Id, order.Number, order.Source, order.Status, new StateNameAnswer(order.StateId, call.Catalogue.State(order.StateId)?.Name ?? ""),
        order.CustomerId, new BookedClientAnswer(order.Contact.Name, order.Contact.Phone, order.Contact.Email), call.Moment(order.Start), call.Moment(order.Finish),
        [.. order.Works.OrderBy(line => line.Number).Select(WorkAnswer.Of)],
        [.. order.Resources.OrderBy(line => line.Number).Select(line => OccupiedResourceAnswer.Of(line, call))],
        order.Comment, order.RemindBefore, order.CancelReason, order.WasCancelledByClient,
        order.Sum.AsRubles, order.Paid.AsRubles, order.DoneShare, call.Moment(order.Created), call.Moment(order.Closed), order.Revision);
}

public sealed record StateNameAnswer(int Id, string Name);

/// <summary>A line of works.</summary>
/// <param name="Service">The id.</param>
/// <param name="Duration">Minutes of one unit.</param>
/// <param name="Price">As it was agreed; null: not said beforehand.</param>
/// <param name="Discount">Percent.</param>
/// <param name="Done">How much of the quantity is done.</param>
public sealed record WorkAnswer(int Service, string Name, int Duration, decimal Quantity, decimal? Price, decimal Discount, decimal Sum, decimal Done)
{
    internal static WorkAnswer Of(WorkLine line) =>
        new(line.ServiceId, line.Name, line.Duration, line.Quantity, line.IsPriced || line.IsPriceFrom ? line.Price.AsRubles : null, line.Discount, line.Sum.AsRubles, line.DoneQuantity);
}

/// <summary>A line of resources: the first performs, the others are taken along.</summary>
/// <param name="BufferBefore">Minutes kept free before the start.</param>
/// <param name="BufferAfter">Minutes kept free after the finish.</param>
public sealed record OccupiedResourceAnswer(int Id, string Name, int Load, DateTimeOffset Start, DateTimeOffset Finish, int BufferBefore, int BufferAfter)
{
    internal static OccupiedResourceAnswer Of(ResourceLine line, ApiCall call) => new(
        line.ResourceId, call.Catalogue.ResourceName(line.ResourceId) ?? "", line.Load, call.Moment(line.Start), call.Moment(line.Finish), line.BufferBefore, line.BufferAfter);
}

public sealed record StatesAnswer(IReadOnlyList<StateAnswer> States);

/// <summary>A step of the company's process.</summary>
/// <param name="Status">What it means for the accounts: open, inProgress, completed or cancelled.</param>
/// <param name="Color">#rrggbb.</param>
public sealed record StateAnswer(int Id, string Name, OrderStatus Status, string Color);
