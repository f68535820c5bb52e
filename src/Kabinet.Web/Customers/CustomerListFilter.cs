using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Kabinet.Customers;

/// <summary>What of the base is wanted; it lives in the page's address, so that Back and links work.</summary>
public sealed record CustomerListFilter
{
    /// <summary>Words of the name or the e-mail, or any part of a phone; empty: all.</summary>
    public string Search { get; init; } = "";

    /// <summary>E.164, the whole of it; null: any.</summary>
    public string? Phone { get; init; }
    public string? Tag { get; init; }
    public string? Source { get; init; }
    public bool? IsBlackListed { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many fields of the panel at the right narrow the list.</summary>
    public int PanelCount => new object?[] { Tag, Source, IsBlackListed }.Count(narrowing => narrowing is not null);
    public bool IsNarrowed => PanelCount > 0 || Phone is not null || Search.Length > 0;

    /// <param name="query">With or without the question mark. What makes no sense is left out.</param>
    public static CustomerListFilter Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Text(string key) => values.TryGetValue(key, out var value) && value.ToString().Trim() is { Length: > 0 } text ? text : null;
        return new CustomerListFilter
        {
            Search = Text("q") ?? "",
            Tag = Text("tag"),
            Source = Text("source"),
            IsBlackListed = bool.TryParse(Text("black-listed"), out var isBlackListed) ? isBlackListed : null,
            Page = int.TryParse(Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1,
        };
    }

    /// <summary>Only what differs from the default; empty, or beginning with a question mark.</summary>
    public string ToQuery() => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["q"] = Search.Length > 0 ? Search : null,
        ["tag"] = Tag,
        ["source"] = Source,
        ["black-listed"] = IsBlackListed switch { true => "true", false => "false", null => null },
        ["page"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
    });
}
