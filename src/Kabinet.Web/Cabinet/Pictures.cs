using Microsoft.AspNetCore.Html;

namespace Kabinet.Cabinet;

/// <summary>Small pictures that stand in rows: written here, for a partial in every row costs more than the row.</summary>
internal static class Pictures
{
    /// <summary>The portrait of a specialist, or his initials.</summary>
    /// <param name="size">little, large or empty.</param>
    public static IHtmlContent Face(CabinetPage page, int? resourceId, string size)
    {
        var catalogue = page.Snapshot.Catalogue;
        var (photo, name) = resourceId is { } id ? (catalogue.Resource(id)?.PhotoUrl ?? "", catalogue.ResourceName(id) ?? "") : ("", "");
        return photo.Length > 0
            ? Content($"<img class=\"face {size}\" src=\"", photo, "\" alt=\"\" width=\"56\" height=\"56\">")
            : Content($"<span class=\"face {size}\" aria-hidden=\"true\">", Initials(name), "</span>");
    }

    /// <summary>A company without a logo has its first letter.</summary>
    /// <param name="size">Pixels.</param>
    public static IHtmlContent Logo(CabinetPage page, int size) => page.Company.Appearance.LogoSvg is not null
        ? Content("<img class=\"logo\" src=\"", page.Link("logo.svg"), $"\" alt=\"\" width=\"{size}\" height=\"{size}\">")
        : Content("<span class=\"logo\" aria-hidden=\"true\">", page.Company.Name[..1], "</span>");

    /// <summary>The first letters of the first two words.</summary>
    public static string Initials(string name)
    {
        Span<char> initials = stackalloc char[2];
        var count = 0;
        for (var i = 0; i < name.Length && count < initials.Length; i++)
            if (name[i] != ' ' && (i == 0 || name[i - 1] == ' ')) initials[count++] = char.ToUpperInvariant(name[i]);
        return new string(initials[..count]);
    }

    /// <param name="text">Encoded when it is written.</param>
    private static HtmlContentBuilder Content(string before, string text, string after)
    {
        var content = new HtmlContentBuilder(3);
        content.AppendHtml(before).Append(text).AppendHtml(after);
        return content;
    }
}
