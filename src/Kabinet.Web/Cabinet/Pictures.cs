using System.Text.Encodings.Web;
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
        return new Picture(photo.Length > 0
            ? ($"<img class=\"face {size}\" src=\"", photo, "\" alt=\"\" width=\"56\" height=\"56\">")
            : ($"<span class=\"face {size}\" aria-hidden=\"true\">", Initials(name), "</span>"));
    }

    /// <summary>A company without a logo has its first letter.</summary>
    /// <param name="size">Pixels.</param>
    public static IHtmlContent Logo(CabinetPage page, int size) => new Picture(page.Company.Appearance.LogoSvg is not null
        ? ("<img class=\"logo\" src=\"", page.Link("logo.svg"), $"\" alt=\"\" width=\"{size}\" height=\"{size}\">")
        : ("<span class=\"logo\" aria-hidden=\"true\">", page.Company.Name[..1], "</span>"));

    /// <summary>The first letters of the first two words.</summary>
    public static string Initials(string name)
    {
        Span<char> initials = stackalloc char[2];
        var count = 0;
        for (var i = 0; i < name.Length && count < initials.Length; i++)
            if (name[i] != ' ' && (i == 0 || name[i - 1] == ' ')) initials[count++] = char.ToUpperInvariant(name[i]);
        return new string(initials[..count]);
    }

    /// <param name="parts">Markup, text, markup.</param>
    private sealed class Picture((string Before, string Text, string After) parts) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write(parts.Before);
            encoder.Encode(writer, parts.Text);
            writer.Write(parts.After);
        }
    }
}
