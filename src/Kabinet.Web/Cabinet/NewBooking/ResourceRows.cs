using System.Text.Encodings.Web;
using Kabinet.Resources;
using Microsoft.AspNetCore.Html;
using NodaTime;

namespace Kabinet.Cabinet.NewBooking;

/// <summary>The rows of «К кому записаться?»: each leads to its choice, and its nearest time straight on.</summary>
internal sealed class ResourceRows(ResourcesPage page) : IHtmlContent
{
    private static readonly HtmlString Current = new(" aria-current=\"true\"");

    private readonly IHtmlContent forward = page.Icon("forward", "arrow"), check = page.Icon("check", "little"), nearestIcon = page.Icon("nearest", "little");

    /// <summary>Many have the same nearest time.</summary>
    private readonly Dictionary<Instant, string> moments = [];

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var (markup, t, draft) = (new Markup(writer, encoder), page.T, page.Draft);
        markup.Write($"<ul class=\"resources\">");
        if (page.Resources.Count > 1)
        {
            var face = new HtmlContentBuilder().AppendHtml("<span class=\"face\" aria-hidden=\"true\">").AppendHtml(page.Icon("team")).AppendHtml("</span>");
            Write(markup, "resource any-resource", face, t["Любой специалист"], t["Кто раньше освободится"], page.Choose(null), draft.IsAnyResource);
            WriteNearest(markup, null, page.NearestOfAll);
        }
        foreach (var (resource, nearest) in page.Resources)
        {
            Write(markup, "resource", page.Face(resource.Id), resource.Name, resource.Speciality, page.Choose(resource), resource == draft.Resource);
            WriteNearest(markup, resource, nearest);
        }
        markup.Write($"</ul>");
    }

    private void Write(Markup markup, string kind, IHtmlContent face, string name, string speciality, string address, bool isChosen)
    {
        markup.Write($"<li class=\"{kind}\">{face}<div><a class=\"choose\" href=\"{address}\"{(isChosen ? Current : HtmlString.Empty)}><strong class=\"name\">{name}</strong></a>");
        markup.Write($"<span class=\"speciality\">{speciality}</span></div>");
        if (isChosen) markup.Write($"<span class=\"chosen-mark\">{check}</span>");
        else markup.Write($"{forward}");
    }

    private void WriteNearest(Markup markup, Resource? resource, Instant? nearest)
    {
        var t = page.T;
        if (nearest is not { } start)
        {
            markup.Write($"<p class=\"nothing-free\">{t["Свободного времени пока нет"]}</p></li>");
            return;
        }
        var spoken = resource is null ? t["Записаться на ближайшее время:"] : t["Записаться: {0}, ближайшее время", resource.Name];
        // With a service the time is taken at once, which is a form's business; without one it is only carried on.
        if (page.CanTake) markup.Write($"<button class=\"nearest\" formaction=\"{page.Take(resource, start)}\">");
        else markup.Write($"<a class=\"nearest\" href=\"{page.Take(resource, start)}\">");
        markup.Write($"{nearestIcon} <span><span class=\"spoken\">{spoken} </span>{MomentOf(start)}</span>");
        if (page.CanTake) markup.Write($"</button></li>");
        else markup.Write($"</a></li>");
    }

    private string MomentOf(Instant start)
    {
        if (!moments.TryGetValue(start, out var words)) moments[start] = words = page.Near(start);
        return words;
    }
}
