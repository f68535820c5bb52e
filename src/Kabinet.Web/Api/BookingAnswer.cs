using System.Text.Json.Serialization;
using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.Api;

/// <summary>A booking as its client sees it.</summary>
/// <param name="Number">That of the work order, for people.</param>
/// <param name="Status">open, inProgress, completed or cancelled.</param>
/// <param name="State">The company's own name for where it stands.</param>
/// <param name="Sum">Null: the price of one of the services is not said beforehand.</param>
/// <param name="CancelUntil">Up to when the client may cancel it; null: he no longer may.</param>
/// <param name="MoveUntil">Up to when the client may move it; null: he no longer may.</param>
/// <param name="Token">In the answer to POST only: the secret that alone opens, changes and cancels this booking.</param>
public sealed record BookingAnswer(
    int Id, int Number, OrderStatus Status, string State, DateTimeOffset Start, DateTimeOffset Finish, BookedResourceAnswer? Resource, IReadOnlyList<BookedServiceAnswer> Services,
    decimal? Sum, BookedClientAnswer Client, string Comment, int? RemindBefore, string? CancelReason, DateTimeOffset? CancelUntil, DateTimeOffset? MoveUntil, DateTimeOffset Created,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Token = null)
{
    internal static BookingAnswer Of(WorkOrder order, ApiCall call, string? token = null)
    {
        var rules = call.Company.OnlineBooking;
        var resource = order.Resources.MinBy(line => line.Number);
        return new BookingAnswer(
            order.Id, order.Number, order.Status, call.Catalogue.State(order.StateId)?.Name ?? "",
            call.Moment(order.Start), call.Moment(order.Finish),
            resource is null ? null : new BookedResourceAnswer(resource.ResourceId, call.Catalogue.ResourceName(resource.ResourceId) ?? ""),
            [.. order.Works.OrderBy(line => line.Number).Select(line => new BookedServiceAnswer(line.ServiceId, line.Name, line.Duration, line.IsPriced ? line.Price.AsRubles : null))],
            order.Works.All(line => line.IsPriced) ? order.Sum.AsRubles : null,
            new BookedClientAnswer(order.Contact.Name, order.Contact.Phone, order.Contact.Email),
            order.Comment, order.RemindBefore, order.CancelReason,
            order.CanBeCancelledByClient(rules, call.Now) ? call.Moment(order.Start - Duration.FromMinutes(rules.CancelCutOff)) : null,
            order.CanBeMovedByClient(rules, call.Now) ? call.Moment(order.Start - Duration.FromMinutes(rules.MoveCutOff)) : null,
            call.Moment(order.Created), token);
    }
}

public sealed record BookedResourceAnswer(int Id, string Name);

/// <param name="Duration">Minutes.</param>
/// <param name="Price">As it was when it was booked; null: not said beforehand.</param>
public sealed record BookedServiceAnswer(int Id, string Name, int Duration, decimal? Price);

/// <param name="Phone">E.164.</param>
public sealed record BookedClientAnswer(string Name, string Phone, string? Email);
