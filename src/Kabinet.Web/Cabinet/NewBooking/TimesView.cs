using Kabinet.OnlineBooking;
using NodaTime;

namespace Kabinet.Cabinet.NewBooking;

/// <summary>Where a day and a time lead, and which time is taken now: a new booking and one that is moved differ in nothing else.</summary>
public sealed record TimesLinks(Func<LocalDate, string> ToDay, Func<Instant, string> ToStart, Instant? Chosen, Func<LocalDate, string>? ToOthers = null);

/// <summary>The dates on top, the chosen date below, and its free times in parts of the day.</summary>
public sealed class TimesView
{
    /// <summary>Two weeks: a strip for a thumb, two rows of seven on a wide screen.</summary>
    private const int StripDays = 14;

    private readonly CompanySnapshot company;
    private readonly Choice choice;
    private readonly LocalDate first;

    private TimesView(CabinetPage page, CompanySnapshot company, Choice choice, LocalDate? wanted, TimesLinks links)
    {
        (Page, this.company, this.choice, Links) = (page, company, choice, links);
        var horizon = page.Today.PlusDays(page.Company.OnlineBooking.HorizonDays);
        Horizon = horizon;
        Nearest = company.Nearest(choice, page.Now);
        Refusal = wanted < page.Today ? RefusalReason.InThePast : wanted > horizon ? RefusalReason.BeyondHorizon : null;
        Date = (Refusal is null ? wanted : null) ?? (Nearest is { } nearest ? page.Local(nearest).Date : page.Today);
        first = page.Today.PlusDays(Period.DaysBetween(page.Today, Date) / StripDays * StripDays);
        Days = company.FreeDays(choice, first, first.PlusDays(StripDays - 1), page.Now);
        Starts = company.Slots(choice, Date, Date, page.Now);
    }

    public CabinetPage Page { get; }
    public TimesLinks Links { get; }
    public LocalDate Horizon { get; }

    /// <summary>The first free start of all.</summary>
    public Instant? Nearest { get; }
    public LocalDate Date { get; }
    public IReadOnlyList<FreeDay> Days { get; }
    public IReadOnlyList<Instant> Starts { get; }

    /// <summary>Why the date that was asked for is not the one that is shown.</summary>
    public RefusalReason? Refusal { get; }

    public Freedom FreedomOfDate => Days.First(day => day.Date == Date).Freedom;
    public int Minutes => choice.Visit.Duration;

    /// <summary>Утро, День and, where there is such a time, Вечер.</summary>
    public IEnumerable<(string Name, IReadOnlyList<Instant> Starts)> Parts => Starts
        .GroupBy(start => Page.Company.OnlineBooking.PartOf(Page.Local(start).TimeOfDay))
        .OrderBy(part => part.Key)
        .Select(part => (NameOf(part.Key), (IReadOnlyList<Instant>)[.. part]));

    /// <summary>The strip before this one and the one after it: where they lead is their first free day.</summary>
    public LocalDate? Earlier => first > Page.Today ? FirstFree(first.PlusDays(-StripDays)) : null;
    public LocalDate? Later => first.PlusDays(StripDays) <= Horizon ? FirstFree(first.PlusDays(StripDays)) : null;

    /// <summary>The first free day after the date, or of all.</summary>
    public LocalDate? NextFree =>
        (company.Nearest(choice, Page.Now, company.Catalogue.Zone.AtStartOfDay(Date.PlusDays(1)).ToInstant()) ?? Nearest) is { } start ? Page.Local(start).Date : null;

    public static TimesView Of(CabinetPage page, CompanySnapshot company, Choice choice, LocalDate? wanted, TimesLinks links) =>
        new(page, company, choice, wanted, links);

    private LocalDate FirstFree(LocalDate from) =>
        company.Days(choice, from, from.PlusDays(StripDays - 1), Page.Now) is [var day, ..] ? day : from;

    private string NameOf(DayPart part) => part switch
    {
        DayPart.Morning => Page.T["Утро"],
        DayPart.Day => Page.T["День"],
        _ => Page.T["Вечер"],
    };
}
