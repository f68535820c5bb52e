namespace Kabinet.Companies;

/// <summary>
/// An address that a company's cabinet has or had. It stays the company's for good: old links and printed codes lead on to the address of
/// today, never to somebody else. Not <see cref="IOwned"/>: no two companies have one, and by it the company is found.
/// </summary>
public sealed class CabinetAddress
{
    private CabinetAddress() { }

    public CabinetAddress(string slug) => Slug = slug;

    /// <summary>The first segment, see <see cref="CompanyAddress"/>.</summary>
    public string Slug { get; private set; } = "";
    public int CompanyId { get; private set; }
}
