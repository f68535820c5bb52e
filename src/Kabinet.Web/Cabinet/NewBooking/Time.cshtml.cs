using Microsoft.AspNetCore.Mvc;

namespace Kabinet.Cabinet.NewBooking;

/// <summary>Дата и время.</summary>
public sealed class TimePage : DraftPage
{
    public TimesView Times { get; private set; } = null!;

    public IActionResult OnGet()
    {
        Read();
        if (Draft.Choice is not { } choice) return RedirectTo("new");

        // A time that cannot be had is not asked for here: the free ones are shown instead.
        Refusals.RemoveAll(refusal => refusal.Field == DraftReader.StartName);
        var others = Draft.Resource is not null && Mine.ResourcesFor(Draft.Services).Skip(1).Any();
        Times = TimesView.Of(this, Mine, choice, Draft.Date ?? (Draft.Start is { } start ? Local(start).Date : null), new TimesLinks(
            date => To("new/time", Draft with { Date = date }),
            chosen => To("new", Draft with { Start = chosen, Date = null }),
            Draft.Start,
            others ? date => To("new/resources", Draft with { Date = date, Start = null }) : null));
        return Page();
    }
}
