using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>Затронутая запись: a visit that is booked in time which is about to be closed.</summary>
/// <param name="Revision">Of the order as it was listed.</param>
/// <param name="Customer">As written in the order.</param>
/// <param name="Services">Their names, one after another.</param>
/// <param name="Resources">The names of those that it occupies, who performs it first.</param>
/// <param name="Offers">Where the visit could go instead, resource by resource, the one that performs it now first.</param>
/// <param name="Nearest">Of them the one nearest to its start, a different one for each of the visits listed together; null: there is none.</param>
public sealed record AffectedVisit(
    int OrderId, int Revision, int Number, TimeRange Body, string Customer, string Services, string Resources, OrderState State, IReadOnlyList<VisitOffer> Offers, VisitOffer? Nearest);

/// <summary>A free time to which a visit can be moved.</summary>
/// <param name="Resource">Its name.</param>
public sealed record VisitOffer(int ResourceId, string Resource, Instant Start);

/// <summary>What is to become of an affected visit.</summary>
/// <param name="Revision">Of the order as it was listed: who was changed since is asked about anew.</param>
/// <param name="To">Null: it stays where it is.</param>
public sealed record VisitChoice(int OrderId, int Revision, VisitOffer? To);
