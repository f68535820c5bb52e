using Kabinet.Customers;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>What staff ask for in a new work order, unchecked.</summary>
public sealed record NewOrderForm
{
    /// <summary>In the order of the visit. They need not be offered online.</summary>
    public required IReadOnlyList<int> ServiceIds { get; init; }

    /// <summary>Need not be offered online; null: whoever performs them all and has the least to do on that day.</summary>
    public required int? ResourceId { get; init; }
    public required Instant Start { get; init; }

    /// <summary>A customer of the base; null: <see cref="Client"/>.</summary>
    public int? CustomerId { get; init; }

    /// <summary>Found by phone, or new.</summary>
    public CustomerForm? Client { get; init; }

    /// <summary>Null: the first of open orders.</summary>
    public int? StateId { get; init; }
    public string? Comment { get; init; }

    /// <summary>Minutes before the start; null: none.</summary>
    public int? RemindBefore { get; init; }

    /// <summary>Of a program: repeated, it returns the first order.</summary>
    public RepeatableRequest? Request { get; init; }
}

/// <summary>A request that can be repeated when its answer was lost.</summary>
/// <param name="Id">The same in every repeat, and of no other request.</param>
/// <param name="Digest">Of all that it asks for.</param>
public sealed record RepeatableRequest(Guid Id, string Digest);
