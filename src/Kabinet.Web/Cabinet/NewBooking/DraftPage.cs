using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.Shell;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Kabinet.Cabinet.NewBooking;

/// <summary>A page on the way to a booking: it reads what is chosen so far and leads on with one thing changed.</summary>
public abstract class DraftPage : CabinetPage
{
    private CompanySnapshot? mine;

    public BookingDraft Draft { get; private set; } = null!;

    /// <summary>The company as this browser may book it: the time that it holds itself is free.</summary>
    public CompanySnapshot Mine => mine ??= Snapshot.Without(heldBy: Device?.Id);

    /// <summary>«1 ч 45 мин · 4 000 ₽»; the price is left out where none is known.</summary>
    public string LengthAndPrice => string.Join(" · ", new[] { Length, Price }.OfType<string>());

    public string Length => T.Minutes(Draft.Services.Sum(service => service.Duration));

    /// <summary>«от 2 200 ₽» where only part of it, or the least, is said beforehand; null: nothing is.</summary>
    public string? Price
    {
        get
        {
            var known = Draft.Services.Where(service => service.Price is not null).ToList();
            if (known.Count == 0) return null;
            var sum = T.Price(known.Aggregate(Money.Zero, (sum, service) => sum + service.Price!.Value));
            return known.Count == Draft.Services.Count && !known.Exists(service => service.IsPriceFrom) ? sum : T["от {0}", sum];
        }
    }

    public string To(string path, BookingDraft draft) => Link(path) + draft.Query;

    public string Time(Instant start) => LocalStart.Show(start, Snapshot.Catalogue.Zone, T);

    /// <summary>«Завтра, вт, 3 марта».</summary>
    public string Day(LocalDate date) => DayWords.Full(T, date, Today);

    /// <summary>«сегодня, 16:30».</summary>
    public string Near(Instant start) => DayWords.Near(this, start);

    /// <summary>To another page of the draft with all that the address says, the impossible too, so that it is named there.</summary>
    protected RedirectResult RedirectTo(string path) => Redirect(Link(path) + Request.QueryString);

    protected void Read(Resource? usual = null)
    {
        var reader = new DraftReader(Request.Query, Mine, Now);
        Draft = reader.Read(usual);
        Refusals.AddRange(reader.Refusals);
    }

    /// <summary>The client chose another time on this page.</summary>
    protected void Choose(Instant start)
    {
        Draft = Draft with { Start = start };
        Refusals.RemoveAll(refusal => refusal.Field == DraftReader.StartName);
    }
}

internal static class DayWords
{
    /// <summary>«Завтра, вт, 3 марта», «Чт, 5 марта».</summary>
    public static string Full(Texts t, LocalDate date, LocalDate today)
    {
        var day = t.Date(date, today);
        return date == today || date == today.PlusDays(1)
            ? $"{t.Day(date, today)}, {day}"
            : char.ToUpperInvariant(day[0]) + day[1..];
    }

    /// <summary>«сегодня, 16:30», «чт, 5 марта, 9:00».</summary>
    public static string Near(CabinetPage page, Instant start) => $"{NearDay(page, start)}, {LocalStart.Show(start, page.Snapshot.Catalogue.Zone, page.T)}";

    /// <summary>«сегодня», «чт, 5 марта».</summary>
    public static string NearDay(CabinetPage page, Instant start)
    {
        var (t, date) = (page.T, page.Local(start).Date);
        var day = t.Day(date, page.Today);
        return date == page.Today || date == page.Today.PlusDays(1) ? char.ToLowerInvariant(day[0]) + day[1..] : day;
    }
}
