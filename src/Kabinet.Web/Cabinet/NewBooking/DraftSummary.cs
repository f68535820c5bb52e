using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Kabinet.Cabinet.NewBooking;

/// <summary>What is chosen stays in sight: each part but the one that is asked for now leads to its page.</summary>
/// <param name="asked">The field of the draft that the page asks for.</param>
internal sealed class DraftSummary(DraftPage page, string asked) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var (markup, t, draft) = (new Markup(writer, encoder), page.T, page.Draft with { Date = null });
        markup.Write($"<section class=\"summary\" aria-labelledby=\"summary\"><h2 id=\"summary\">{t["Ваша запись"]}</h2>");
        if (asked != DraftReader.ResourceName && draft.HasResource)
        {
            var face = draft.Resource is { } resource ? page.Face(resource.Id, "little") : page.Icon("team", "little");
            markup.Write($"<a class=\"part\" href=\"{page.To("new/resources", draft)}\">{face}<span>{draft.Resource?.Name ?? t["Любой специалист"]}");
            markup.Write($"<small>{t["Сменить"]}<span class=\"spoken\"> {t["специалиста"]}</span></small></span></a>");
        }
        if (asked != DraftReader.ServiceName && draft.Services.Count > 0)
        {
            var services = draft.Services is [var only] ? only.Name : t.Count(draft.Services.Count, "услуга|услуги|услуг");
            markup.Write($"<a class=\"part\" href=\"{page.To("new/services", draft)}\">{page.Icon("services", "little")}<span>{services}<small>{page.LengthAndPrice}</small></span></a>");
        }
        markup.Write($"</section>");
    }
}
