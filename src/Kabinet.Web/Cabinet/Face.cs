namespace Kabinet.Cabinet;

/// <summary>The portrait of a specialist, or his initials.</summary>
/// <param name="Size">little, large or empty.</param>
public sealed record Face(CabinetPage Page, int? ResourceId, string Size = "")
{
    public string PhotoUrl => ResourceId is { } id ? Page.Snapshot.Catalogue.Resource(id)?.PhotoUrl ?? "" : "";

    public string Initials => string.Concat(Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(word => char.ToUpperInvariant(word[0])));

    private string Name => ResourceId is { } id ? Page.Snapshot.Catalogue.ResourceName(id) ?? "" : "";
}
