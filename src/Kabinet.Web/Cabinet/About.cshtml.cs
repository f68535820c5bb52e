using Kabinet.Companies;

namespace Kabinet.Cabinet;

/// <summary>О нас: who they are, where, and when.</summary>
public sealed class AboutPage : CabinetPage
{
    protected override bool IsOpenWhenClosed => true;

    /// <summary>Null: none, or not an address one may follow.</summary>
    public Uri? Website => WebAddress.Read(Company.About.Website) is { } address ? new Uri(address) : null;

    /// <summary>Those that one may follow.</summary>
    public IEnumerable<ContactLine> Links => ContactLine.Links(Company.About.Links).Where(line => WebAddress.Read(line.Target) is not null);

    /// <summary>As the company wrote them; else by the schedules, the days from today on.</summary>
    public IReadOnlyList<(string Days, string Hours, bool IsToday)> Hours =>
        [.. Company.About.Hours.Length > 0 ? Company.About.Hours.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Written) : Scheduled()];

    public void OnGet()
    {
    }

    /// <summary>«Пн–Пт 9:00–21:00»: the hours begin at the first digit, or after a colon.</summary>
    private static (string Days, string Hours, bool IsToday) Written(string line)
    {
        var at = line.IndexOfAny([.. "0123456789:"]);
        if (at <= 0) at = line.LastIndexOf(' ');
        return at <= 0 ? (line, "", false) : (line[..at].TrimEnd(), line[at..].TrimStart(':', ' '), false);
    }

    private IEnumerable<(string Days, string Hours, bool IsToday)> Scheduled()
    {
        var days = Enumerable.Range(0, 7).Select(Today.PlusDays).ToList();
        if (!days.Exists(date => OpeningHours.On(Snapshot.Catalogue, date) is not null)) return [];
        return days.Select(date => (
            date == Today ? T["{0}, сегодня", T.Weekday(date)] : T.Weekday(date),
            OpeningHours.On(Snapshot.Catalogue, date) is { } hours ? $"{T.Time(hours.From)}–{T.Time(hours.To)}" : T["выходной"],
            date == Today));
    }
}
