using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kabinet.Cabinet;

/// <summary>&lt;icon name="clock" /&gt;: a drawing of wwwroot/icons.svg, silent for screen readers; the words beside it speak.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "";
    public string Class { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Class.Length > 0 ? $"icon {Class}" : "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<use href=\"{StaticAsset.Address(ViewContext.HttpContext, "icons.svg")}#{Name}\"/>");
    }
}

/// <summary>The address of a file of wwwroot with its content's fingerprint, which a browser may keep for ever.</summary>
internal static class StaticAsset
{
    public static string Address(HttpContext http, string path) =>
        "/" + (http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[path] ?? path);
}
