using System.Globalization;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.ServiceCatalog;
using NodaTime;

namespace Kabinet.Cabinet.NewBooking;

/// <summary>Reads a draft from an address. What cannot be had is left out and refused by name, at its field.</summary>
internal sealed class DraftReader(IQueryCollection query, CompanySnapshot company, Instant now)
{
    public const string ResourceName = "resource", ServiceName = "service", StartName = "start", DateName = "date", TimeName = "time", Any = "any";

    private readonly List<Refusal> refusals = [];

    public IReadOnlyList<Refusal> Refusals => refusals;

    /// <param name="usual">The resource of the last booking, taken where none is named and it performs what is chosen.</param>
    public BookingDraft Read(Resource? usual = null)
    {
        var services = Services();
        var resource = Resource(services, usual, out var isAny);
        var draft = new BookingDraft(company.Catalogue.Zone)
        {
            Resource = resource,
            IsAnyResource = isAny,
            Services = services,
            Start = Start(),
            Date = LocalStart.ReadDate(query[DateName]),
            AsksForTime = query.ContainsKey(TimeName),
        };
        return Check(draft with { Choice = Choice(draft) });
    }

    private List<Service> Services()
    {
        var offered = company.ServicesFor(null).ToList();
        if (query[ServiceName].Count == 0) return offered.Count == 1 ? offered : [];

        var chosen = query[ServiceName].Take(OnlineBooking.Choice.MaxServices + 1).Select(text => offered.Find(service => service.Id == Number(text))).ToList();
        if (chosen.Contains(null)) refusals.Add(new Refusal(RefusalReason.ServiceNotOffered, ServiceName));
        return [.. chosen.OfType<Service>().Distinct()];
    }

    private Resource? Resource(List<Service> services, Resource? usual, out bool isAny)
    {
        var offered = company.ResourcesFor([]).ToList();
        isAny = false;
        // The whole company is one specialist: there is nobody to choose from.
        if (offered.Count == 1) return offered[0];
        if (query[ResourceName].Count == 0) return usual is not null && company.ResourcesFor(services).Contains(usual) ? usual : null;

        isAny = query[ResourceName] == Any;
        var chosen = offered.Find(resource => resource.Id == Number(query[ResourceName]));
        if (chosen is null && !isAny) refusals.Add(new Refusal(RefusalReason.ResourceNotOffered, ResourceName));
        return chosen;
    }

    private Instant? Start()
    {
        if (query[StartName].Count == 0) return null;
        var start = LocalStart.Read(query[StartName], company.Catalogue.Zone);
        if (start is null) refusals.Add(new Refusal(RefusalReason.DateInvalid, StartName));
        return start;
    }

    private Choice? Choice(BookingDraft draft)
    {
        if (draft.Services.Count == 0 || !draft.HasResource) return null;
        var choice = OnlineBooking.Choice.Of(company.Catalogue, [.. draft.Services.Select(service => service.Id)], draft.Resource?.Id);
        refusals.AddRange(choice.Refusals);
        return choice.IsRefused ? null : choice.Value;
    }

    private BookingDraft Check(BookingDraft draft)
    {
        if (draft.Choice is not { } choice) return draft;
        if (draft.Start is { } start && company.RefusalAt(choice, start, now) is { } refusal) refusals.Add(refusal);
        // What was no time at all has nothing near it: the first free ones are offered.
        for (var i = 0; i < refusals.Count; i++)
            if (refusals[i].Reason == RefusalReason.DateInvalid) refusals[i] = refusals[i] with { NearestFree = company.NearestAround(choice, now, now) };
        return draft;
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
