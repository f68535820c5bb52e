namespace Kabinet.Scheduling;

/// <summary>One way to serve a visit: the chosen resource, and beside it one free resource from every list in <paramref name="Also"/>.</summary>
/// <param name="Resource">The resource that is asked for.</param>
/// <param name="Visit">How long it takes there.</param>
/// <param name="Also">For each further need (a room, a machine) the resources that can meet it, in order of preference. Each of them must
/// work for the whole body and be free for the same occupied range; a list without resources can never be met.</param>
public sealed record Candidate(ResourceTime Resource, Visit Visit, IReadOnlyList<IReadOnlyList<ResourceTime>> Also)
{
    public Candidate(ResourceTime resource, Visit visit) : this(resource, visit, []) { }

    public bool Equals(Candidate? other) => other is not null && Resource == other.Resource && Visit == other.Visit &&
        Also.Count == other.Also.Count && Also.Zip(other.Also).All(lists => lists.First.SequenceEqual(lists.Second));

    public override int GetHashCode() => HashCode.Combine(Resource, Visit, Also.Count);
}
