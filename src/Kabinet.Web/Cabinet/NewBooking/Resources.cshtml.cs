using Kabinet.Resources;
using NodaTime;

namespace Kabinet.Cabinet.NewBooking;

/// <summary>К кому записаться: each with the nearest free time.</summary>
public sealed class ResourcesPage : DraftPage
{
    /// <summary>Those that perform what is chosen, each with the nearest time from the date that was looked at; before a service is chosen, that of the shortest one.</summary>
    public IReadOnlyList<(Resource Resource, Instant? Nearest)> Resources { get; private set; } = [];

    /// <summary>The nearest time can be taken from here: it is known what is to be done.</summary>
    public bool CanTake => Draft.Services.Count > 0;

    internal ResourceRows Rows => new(this);

    public Instant? NearestOfAll => Resources.Min(one => one.Nearest);

    public void OnGet()
    {
        Read();
        // Whether the choice goes together, and its time can be had, is what this very page is to change.
        Refusals.RemoveAll(refusal => refusal.Field == DraftReader.StartName || refusal.Reason is RefusalReason.ServiceNotPerformed or RefusalReason.NotPerformedTogether);
        var after = Draft.Date is { } date && date > Today ? Snapshot.Catalogue.Zone.AtStartOfDay(date).ToInstant() : Now;
        Resources = Mine.NearestOfEach(Draft.Services, Now, after);
    }

    /// <summary>Where the choice of a resource leads: back to the booking.</summary>
    public string Choose(Resource? resource) => To("new", Draft.With(resource) with { Date = null });

    /// <summary>Where its nearest time leads: straight to the booking of that time, or to what is to be done.</summary>
    public string Take(Resource? resource, Instant start) => CanTake
        ? To("new", Draft.With(resource) with { Start = start, Date = null })
        : To("new/services", Draft.With(resource) with { Date = null });
}
