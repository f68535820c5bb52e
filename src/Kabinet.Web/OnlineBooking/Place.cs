using Kabinet.Resources;
using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.OnlineBooking;

/// <summary>Where and when a visit will be: the resource that serves it and those taken along.</summary>
internal sealed record Place(Resource Resource, IReadOnlyList<int> CompanionIds, TimeRange Body)
{
    public IReadOnlyList<int> ResourceIds => [Resource.Id, .. CompanionIds];

    /// <summary>Asks the engine whether the choice may start then; for «Любой специалист» takes whom the settings prefer.</summary>
    /// <param name="company">As it is in this transaction, without what will be given up for it.</param>
    public static Outcome<Place> Find(CompanySnapshot company, Choice choice, Instant start, Instant now)
    {
        var (fitting, refusal) = company.At(choice, start, now);
        if (refusal is { } reason) return Refusal.Of(reason);

        var chosen = company.Catalogue.Company.OnlineBooking.AnySpecialist == AnySpecialistRule.FirstInOrder
            ? fitting.MinBy(offer => (offer.Resource.Position, offer.Resource.Id))!
            : fitting.MinBy(offer => company.BusyOn(offer.Resource, start.InZone(company.Catalogue.Zone).Date))!;
        var companions = company.Catalogue.Availability.Companions(chosen.Candidate, start, now) ?? throw new InvalidOperationException("What fits has its companions");
        return new Place(chosen.Resource, [.. companions.Select((index, list) => chosen.Companions[list][index].Id)],
            new TimeRange(start, start + Duration.FromMinutes(choice.Visit.Duration)));
    }
}
