using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;

namespace Kabinet.Cabinet;

/// <summary>
/// A drawing of wwwroot/icons.svg, silent for screen readers; the words beside it speak. Written once and kept: a page of twenty rows has
/// sixty of them, and a tag helper for each costs more than the rest of the page.
/// </summary>
internal static class Drawings
{
    private static readonly ConcurrentDictionary<(string Address, string Name, string Class), HtmlString> Written = new();

    /// <param name="name">That of the drawing; the page's own word, never what somebody typed.</param>
    /// <param name="size">little, or empty.</param>
    public static HtmlString Of(HttpContext http, string name, string size = "") => Written.GetOrAdd((StaticAsset.Address(http, "icons.svg"), name, size),
        icon => new HtmlString($"<svg class=\"{(icon.Class.Length > 0 ? $"icon {icon.Class}" : "icon")}\" aria-hidden=\"true\"><use href=\"{icon.Address}#{icon.Name}\"/></svg>"));
}

/// <summary>The address of a file of wwwroot with its content's fingerprint, which a browser may keep for ever.</summary>
internal static class StaticAsset
{
    public static string Address(HttpContext http, string path) =>
        "/" + (http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[path] ?? path);
}
