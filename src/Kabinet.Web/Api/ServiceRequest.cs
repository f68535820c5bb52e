using System.Text.Json.Serialization;
using Kabinet.ServiceCatalog;

namespace Kabinet.Api;

/// <summary>A new service.</summary>
/// <param name="Duration">Minutes.</param>
/// <param name="Description">A short line for the client, at most 1000 characters.</param>
/// <param name="Group">The id of a group; null: none.</param>
/// <param name="Price">In the company's currency; null: not said beforehand.</param>
/// <param name="IsPriceFrom">The price is the least; what it comes to is agreed at the visit.</param>
/// <param name="BufferBefore">Minutes kept free before it.</param>
/// <param name="BufferAfter">Minutes kept free after it.</param>
/// <param name="Performers">The ids of the resources that perform it.</param>
/// <param name="NeededKinds">The ids of kinds of resource of which it needs one besides.</param>
/// <param name="Position">Its place among the services; left out: after all others.</param>
public sealed record ServiceRequest(
    string Name, int Duration, string? Description = null, int? Group = null, decimal? Price = null, int BufferBefore = 0, int BufferAfter = 0,
    IReadOnlyList<int>? Performers = null, IReadOnlyList<int>? NeededKinds = null, bool IsOfferedOnline = true, int? Position = null, bool IsPriceFrom = false)
{
    internal ServiceForm Form => new(Name, Description, Group, Price, Duration, BufferBefore, BufferAfter, Performers ?? [], NeededKinds ?? [], IsOfferedOnline, Position, IsPriceFrom: IsPriceFrom);
}

/// <summary>What is to change of a service: what is left out stays.</summary>
public sealed record ServiceChangeRequest
{
    public string? Name { get; init; }
    public string? Description { get; init; }

    /// <summary>The id of a group; null: none any more.</summary>
    public int? Group
    {
        get;
        init => (field, IsGroupNamed) = (value, true);
    }

    /// <summary>null: not said beforehand.</summary>
    public decimal? Price
    {
        get;
        init => (field, IsPriceNamed) = (value, true);
    }

    /// <summary>true: the price is the least; what it comes to is agreed at the visit.</summary>
    public bool? IsPriceFrom { get; init; }

    /// <summary>Minutes. What is booked keeps its time.</summary>
    public int? Duration { get; init; }

    /// <summary>Minutes kept free before it.</summary>
    public int? BufferBefore { get; init; }

    /// <summary>Minutes kept free after it.</summary>
    public int? BufferAfter { get; init; }

    /// <summary>All that perform it from now on, by id.</summary>
    public IReadOnlyList<int>? Performers { get; init; }

    /// <summary>All kinds of resource of which it needs one besides, by id.</summary>
    public IReadOnlyList<int>? NeededKinds { get; init; }
    public bool? IsOfferedOnline { get; init; }
    public int? Position { get; init; }

    /// <summary>true: it can no longer be booked, and work orders keep it; false: it is back.</summary>
    public bool? IsArchived { get; init; }

    /// <summary>A null that was written differs from a field that was left out.</summary>
    [JsonIgnore]
    public bool IsGroupNamed { get; private init; }

    [JsonIgnore]
    public bool IsPriceNamed { get; private init; }

    [JsonIgnore]
    public bool IsEmpty => this == new ServiceChangeRequest();

    internal ServiceForm Of(ServiceForm known) => new(
        Name ?? known.Name, Description ?? known.Description, IsGroupNamed ? Group : known.GroupId, IsPriceNamed ? Price : known.Price, Duration ?? known.Duration,
        BufferBefore ?? known.BufferBefore, BufferAfter ?? known.BufferAfter, Performers ?? known.PerformerIds, NeededKinds ?? known.NeededKindIds,
        IsOfferedOnline ?? known.IsOfferedOnline, Position ?? known.Position, IsArchived ?? known.IsArchived, IsPriceFrom ?? known.IsPriceFrom);
}
