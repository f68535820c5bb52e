using Kabinet.OnlineBooking;
using Kabinet.Resources;
using NodaTime;

namespace Kabinet.Cabinet.NewBooking;

/// <summary>К кому записаться: each with the nearest free time.</summary>
public sealed class ResourcesPage : DraftPage
{
    public IReadOnlyList<Resource> Resources { get; private set; } = [];

    public void OnGet()
    {
        Read();
        Resources = [.. Mine.ResourcesFor(Draft.Services)];
        // Whether the choice goes together, and its time can be had, is what this very page is to change.
        Refusals.RemoveAll(refusal => refusal.Field == DraftReader.StartName || refusal.Reason is RefusalReason.ServiceNotPerformed or RefusalReason.NotPerformedTogether);
    }

    /// <summary>The nearest time from the date that was looked at; before a service is chosen, that of the shortest one.</summary>
    /// <param name="resource">Null: of any.</param>
    public Instant? Nearest(Resource? resource)
    {
        var after = Draft.Date is { } date && date > Today ? Snapshot.Catalogue.Zone.AtStartOfDay(date).ToInstant() : Now;
        if (Draft.Services.Count > 0) return Mine.Nearest(new Choice(Draft.Services, resource), Now, after);
        return resource is null ? Resources.Select(one => Mine.NearestOf(one, Now)).Min() : Mine.NearestOf(resource, Now);
    }

    /// <summary>Where the choice of a resource leads: back to the booking.</summary>
    public string Choose(Resource? resource) => To("new", Draft.With(resource) with { Date = null });

    /// <summary>Where its nearest time leads: straight to the booking of that time, or to what is to be done.</summary>
    public string Take(Resource? resource, Instant start) => Draft.Services.Count > 0
        ? To("new", Draft.With(resource) with { Start = start, Date = null })
        : To("new/services", Draft.With(resource) with { Date = null });
}
