using System.Globalization;
using Kabinet.ServiceCatalog;

namespace Kabinet.Cabinet.NewBooking;

/// <summary>A group of services as it is shown. Without a name: those of no group, where there are no groups at all.</summary>
public sealed record ServicesOfGroup(int Id, string Name, IReadOnlyList<Service> Services);

/// <summary>Что будем делать: services by groups, one or several, of the chosen resource or of all.</summary>
public sealed class ServicesPage : DraftPage
{
    /// <summary>More than that, and the groups are folded: nobody scrolls past two hundred rows.</summary>
    private const int MaxUnfolded = 40;
    private const int MaxSearch = 100;

    public string Search { get; private set; } = "";
    public IReadOnlyList<ServicesOfGroup> Groups { get; private set; } = [];

    /// <summary>Ticked, but not among those found: they stay ticked.</summary>
    public IReadOnlyList<Service> TickedBesides { get; private set; } = [];

    public bool AreSeveralAllowed => Company.OnlineBooking.AllowsSeveralServices;
    public bool IsFolded { get; private set; }

    public void OnGet()
    {
        Read();
        var typed = Request.Query["search"].ToString().Trim();
        Search = typed[..Math.Min(typed.Length, MaxSearch)];
        var offered = Mine.ServicesFor(Draft.Resource).ToList();
        var found = offered.Where(IsFound).ToList();
        Groups = [.. InGroups(found)];
        IsFolded = Search.Length == 0 && offered.Count > MaxUnfolded && Groups.Count > 1;
        TickedBesides = [.. Draft.Services.Except(found)];
    }

    public bool IsTicked(Service service) => Draft.Services.Contains(service);

    /// <summary>Where the only service of a visit leads at once.</summary>
    public string Choose(Service service) => To("new", Draft with { Services = [service], Date = null });

    private IEnumerable<ServicesOfGroup> InGroups(List<Service> services)
    {
        foreach (var group in Snapshot.Catalogue.Groups)
            if (services.Where(service => service.GroupId == group.Id).ToList() is { Count: > 0 } inGroup) yield return new ServicesOfGroup(group.Id, group.Name, inGroup);
        var others = services.Where(service => Snapshot.Catalogue.Groups.All(group => group.Id != service.GroupId)).ToList();
        if (others.Count > 0) yield return new ServicesOfGroup(0, others.Count == services.Count ? "" : T["Другие услуги"], others);
    }

    private bool IsFound(Service service) => Search.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
        Contains(service.Name, word) || Contains(service.Description, word) || Snapshot.Catalogue.Groups.Any(group => group.Id == service.GroupId && Contains(group.Name, word)));

    // «е» finds «ё» too.
    private static bool Contains(string text, string word) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text.Replace('ё', 'е'), word.Replace('ё', 'е'), CompareOptions.IgnoreCase) >= 0;
}
