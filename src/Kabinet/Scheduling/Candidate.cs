namespace Kabinet.Scheduling;

/// <summary>One way to serve a visit: the chosen resource, and beside it one free resource from every list in <paramref name="Also"/>.</summary>
/// <param name="Resource">The resource that is asked for.</param>
/// <param name="Visit">How long it takes there.</param>
/// <param name="Also">For each further need (a room, a machine) the resources that can meet it, in order of preference.</param>
public sealed record Candidate(ResourceTime Resource, Visit Visit, IReadOnlyList<IReadOnlyList<ResourceTime>> Also)
{
    public Candidate(ResourceTime resource, Visit visit) : this(resource, visit, []) { }
}
