using System.Text.Json.Serialization;
using Kabinet.Customers;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.Api;

/// <summary>A work order as staff write it down.</summary>
/// <param name="Services">Ids, in the order of the visit; offered online or not.</param>
/// <param name="Start">The company's local time, 2026-03-03T14:30; with an offset (+03:00) it is that moment. It may be past.</param>
/// <param name="Customer">The id of a customer in the company's base. Either this or `client`.</param>
/// <param name="Client">Found in the base by his phone, or new.</param>
/// <param name="State">The id of a state; left out: the first of open orders.</param>
/// <param name="Comment">At most 1000 characters.</param>
/// <param name="RemindBefore">Minutes before the start, one of those in `reminders`; null: no reminder.</param>
public sealed record WorkOrderRequest(
    IReadOnlyList<int> Services, IdOrAny Resource, string Start, int? Customer = null, CustomerRequest? Client = null, int? State = null, string? Comment = null, int? RemindBefore = null)
{
    /// <param name="key">The idempotency key: what two programs call alike are two requests.</param>
    internal NewOrderForm Form(Instant start, ApiCaller caller, string key) => new()
    {
        ServiceIds = Services,
        ResourceId = Resource.Id,
        Start = start,
        CustomerId = Customer,
        Client = Client is null ? null : new CustomerForm(Client.Name, Client.Phone, Client.Email),
        StateId = State,
        Comment = Comment,
        RemindBefore = RemindBefore,
        Request = new RepeatableRequest(
            new Guid(IdempotencyKey.Digest($"work order {caller.KeyId}", caller.CompanyId, key, "")[..16]),
            Convert.ToHexStringLower(IdempotencyKey.Digest("work order", caller.CompanyId, key, IdempotencyKey.Words(this)))),
    };
}

/// <summary>Why staff cancel.</summary>
public enum OfficeCancellationReason { ClientChangedMind, ClientDidNotCome, ClientWantsAnotherTime, SpecialistUnavailable, BookedByMistake, Other }

/// <summary>What is to change of a work order: what is left out stays.</summary>
public sealed record WorkOrderChangeRequest
{
    /// <summary>That of the work order as it was read: who changed it meanwhile is not overwritten.</summary>
    public required int Revision { get; init; }

    /// <summary>The id of a state. One of cancelled orders frees the time and needs a reason.</summary>
    public int? State { get; init; }

    /// <summary>Of the cancellation.</summary>
    public OfficeCancellationReason? Reason { get; init; }

    /// <summary>Another start. The visit keeps its length, unless `finish` is given.</summary>
    public string? Start { get; init; }

    /// <summary>Another finish.</summary>
    public string? Finish { get; init; }

    /// <summary>The id of another resource that performs; what is taken along stays.</summary>
    public int? Resource { get; init; }

    /// <summary>At most 1000 characters.</summary>
    public string? Comment { get; init; }

    [JsonIgnore]
    public bool IsEmpty => (State, Reason, Start, Finish, Resource, Comment) is (null, null, null, null, null, null);

    /// <summary>One of <see cref="ChangeOrderState.Reasons"/>.</summary>
    internal string? ReasonWords => Reason switch
    {
        null => null,
        OfficeCancellationReason.ClientChangedMind => "Клиент передумал",
        OfficeCancellationReason.ClientDidNotCome => ChangeOrderState.NoShow,
        OfficeCancellationReason.ClientWantsAnotherTime => "Клиент просит другое время",
        OfficeCancellationReason.SpecialistUnavailable => "Специалист не может принять",
        OfficeCancellationReason.BookedByMistake => "Ошибка записи",
        _ => "Другое",
    };
}
