using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Kabinet.Customers;

/// <summary>What of the log of consents is wanted; it lives in the page's address, and in that of the file.</summary>
public sealed record ConsentLogFilter
{
    /// <summary>Words of the client's name or e-mail, or any part of his phones; empty: all.</summary>
    public string Search { get; init; } = "";
    public ConsentKind? Kind { get; init; }
    public int? Version { get; init; }

    /// <summary>False: withdrawn.</summary>
    public bool? IsInForce { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many fields of the panel at the right narrow the list.</summary>
    public int PanelCount => new object?[] { Kind, Version, IsInForce }.Count(narrowing => narrowing is not null);
    public bool IsNarrowed => PanelCount > 0 || Search.Length > 0;

    /// <param name="query">With or without the question mark. What makes no sense is left out.</param>
    public static ConsentLogFilter Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Text(string key) => values.TryGetValue(key, out var value) && value.ToString().Trim() is { Length: > 0 } text ? text : null;
        int? Number(string key) => int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
        return new ConsentLogFilter
        {
            Search = Text("q") ?? "",
            Kind = Text("text") switch { "personal-data" => ConsentKind.PersonalData, "advertising" => ConsentKind.Advertising, _ => null },
            Version = Number("version"),
            IsInForce = bool.TryParse(Text("in-force"), out var isInForce) ? isInForce : null,
            Page = Number("page") ?? 1,
        };
    }

    /// <summary>Only what differs from the default; empty, or beginning with a question mark.</summary>
    public string ToQuery() => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["q"] = Search.Length > 0 ? Search : null,
        ["text"] = Kind switch { ConsentKind.PersonalData => "personal-data", ConsentKind.Advertising => "advertising", _ => null },
        ["version"] = Version?.ToString(CultureInfo.InvariantCulture),
        ["in-force"] = IsInForce switch { true => "true", false => "false", null => null },
        ["page"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
    });
}
