using NodaTime;

namespace Kabinet.Customers;

/// <param name="Published">From then on it was in force.</param>
/// <param name="IsAsked">False: with it the company asked nobody any more.</param>
public sealed record PublishedVersion(ConsentKind Kind, int Version, Instant Published, bool IsAsked);

/// <summary>The texts of the consents as a company's settings show them.</summary>
/// <param name="PersonalData">In force; empty: none.</param>
/// <param name="Advertising">In force; empty: nobody is asked.</param>
/// <param name="Versions">Of both, the latest of each first.</param>
public sealed record PublishedTexts(string PersonalData, string Advertising, IReadOnlyList<PublishedVersion> Versions)
{
    public string Of(ConsentKind kind) => kind == ConsentKind.PersonalData ? PersonalData : Advertising;

    /// <summary>In force; null: there never was one.</summary>
    public PublishedVersion? LatestOf(ConsentKind kind) => Versions.FirstOrDefault(version => version.Kind == kind);

    /// <summary>What was in force before, the latest first.</summary>
    public IReadOnlyList<PublishedVersion> FormerOf(ConsentKind kind) => [.. Versions.Where(version => version.Kind == kind).Skip(1)];

    /// <summary>A version never changes what it says: the same versions are the same texts.</summary>
    public bool Equals(PublishedTexts? other) => other is not null && Versions.SequenceEqual(other.Versions);
    public override int GetHashCode() => Versions.Count;
}
