using Kabinet.Companies;

namespace Kabinet.Cabinet;

/// <summary>
/// Who comes by an address that the cabinet had before is sent to the same page at the one of today, with whatever he sends. Not for
/// good in the browser's memory: the company may take the old address again.
/// </summary>
internal static class MovedCabinet
{
    /// <param name="slug">The address that was asked for, as it stands in the path after <paramref name="before"/>.</param>
    public static string AddressOf(HttpRequest request, Company company, string slug, string before = "")
    {
        var rest = request.Path.Value![(before.Length + 1 + slug.Length)..];
        return request.PathBase.Add($"{before}/{company.Slug}{rest}").ToUriComponent() + request.QueryString.ToUriComponent();
    }
}
