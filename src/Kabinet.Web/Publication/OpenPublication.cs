using Kabinet.Data;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Publication;

/// <param name="IsOpen">Can clients book?</param>
/// <param name="Former">Addresses that the cabinet had before: they lead to the one of today.</param>
public sealed record PublicationCard(string Slug, bool IsOpen, IReadOnlyList<string> Former)
{
    public bool Equals(PublicationCard? other) => other is not null && (Slug, IsOpen) == (other.Slug, other.IsOpen) && Former.SequenceEqual(other.Former);
    public override int GetHashCode() => HashCode.Combine(Slug, IsOpen, Former.Count);
}

/// <summary>Where a company's cabinet is found, and whether it is open.</summary>
public sealed class OpenPublication(Databases databases)
{
    public async Task<PublicationCard> RunAsync(int companyId, CancellationToken cancel = default)
    {
        await using var db = databases.Open(companyId);
        var company = await db.Companies.AsNoTracking().Include(one => one.Addresses).SingleAsync(one => one.Id == companyId, cancel);
        return new PublicationCard(company.Slug, company.IsPublished, [.. company.Addresses.Select(one => one.Slug).Where(slug => slug != company.Slug).Order(StringComparer.Ordinal)]);
    }
}
