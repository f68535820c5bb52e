using Kabinet.WorkOrders;
using Microsoft.AspNetCore.WebUtilities;

namespace Kabinet.Shell;

/// <summary>What a list of cards shows; it lives in the address.</summary>
public sealed record CatalogueFilter(string Search = "", bool WithArchived = false)
{
    public static CatalogueFilter Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return new CatalogueFilter(values.TryGetValue("q", out var search) ? search.ToString().Trim() : "", values.ContainsKey("archived"));
    }

    /// <summary>Empty, or beginning with a question mark.</summary>
    public string ToQuery() => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["q"] = Search.Length > 0 ? Search : null,
        ["archived"] = WithArchived ? "true" : null,
    });

    /// <param name="texts">All that is written of the card.</param>
    public bool Shows(bool isArchived, params IEnumerable<string> texts) => (WithArchived || !isArchived)
        && SearchWords.Of(Search).All(word => texts.Any(text => text.Contains(word, StringComparison.CurrentCultureIgnoreCase)));
}
