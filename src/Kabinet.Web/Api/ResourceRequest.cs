using System.Text.Json.Serialization;
using Kabinet.Resources;

namespace Kabinet.Api;

/// <summary>A new resource.</summary>
/// <param name="Speciality">Shown under the name, at most 200 characters.</param>
/// <param name="Photo">An address, or a path of this site; empty: none.</param>
/// <param name="Capacity">How many bookings it takes at one time.</param>
/// <param name="Kinds">The ids of the kinds to which it belongs.</param>
/// <param name="Schedule">The id of its work schedule; null: none, and it does not work.</param>
/// <param name="IsOfferedOnline">Can a client choose it? Rooms and machines are not chosen, they are taken along.</param>
/// <param name="Position">Its place among the resources; left out: after all others.</param>
public sealed record ResourceRequest(
    string Name, string? Speciality = null, string? Photo = null, int Capacity = 1, IReadOnlyList<int>? Kinds = null, int? Schedule = null,
    bool IsOfferedOnline = true, int? Position = null)
{
    internal ResourceForm Form => new(Name, Speciality, Photo, Capacity, Kinds ?? [], Schedule, IsOfferedOnline, Position);
}

/// <summary>What is to change of a resource: what is left out stays.</summary>
public sealed record ResourceChangeRequest
{
    public string? Name { get; init; }
    public string? Speciality { get; init; }

    /// <summary>An address, or a path of this site; empty: none any more.</summary>
    public string? Photo { get; init; }

    /// <summary>Not below what is booked for any moment to come.</summary>
    public int? Capacity { get; init; }

    /// <summary>All kinds to which it belongs from now on, by id.</summary>
    public IReadOnlyList<int>? Kinds { get; init; }

    /// <summary>The id of its work schedule from today on, up to the next that is assigned already; null: none. What is booked stays.</summary>
    public int? Schedule
    {
        get;
        init => (field, IsScheduleNamed) = (value, true);
    }

    public bool? IsOfferedOnline { get; init; }
    public int? Position { get; init; }

    /// <summary>true: it can no longer be booked, and work orders keep it; not while visits are still to come. false: it is back.</summary>
    public bool? IsArchived { get; init; }

    /// <summary>A null that was written differs from a field that was left out.</summary>
    [JsonIgnore]
    public bool IsScheduleNamed { get; private init; }

    [JsonIgnore]
    public bool IsEmpty => this == new ResourceChangeRequest();

    internal ResourceForm Of(ResourceForm known) => new(
        Name ?? known.Name, Speciality ?? known.Speciality, Photo ?? known.PhotoUrl, Capacity ?? known.Capacity, Kinds ?? known.KindIds,
        IsScheduleNamed ? Schedule : known.ScheduleId, IsOfferedOnline ?? known.IsOfferedOnline, Position ?? known.Position, IsArchived ?? known.IsArchived);
}
