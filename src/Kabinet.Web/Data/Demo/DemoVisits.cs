using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.Scheduling;
using Kabinet.ServiceCatalog;
using NodaTime;

namespace Kabinet.Data.Demo;

/// <param name="Seat">Of the resource; of what is taken along it is always the first.</param>
/// <param name="IsCancelled">It occupies no time: the next visit may stand in its place.</param>
internal sealed record DemoVisit(Resource Resource, int Seat, IReadOnlyList<Service> Services, IReadOnlyList<int> CompanionIds, Instant Start, bool IsCancelled);

/// <summary>
/// Fills the days around today with visits one after another: well booked up to today, thinner the further ahead. Chance comes from a fixed
/// seed, so the same day gives the same salon.
/// </summary>
internal sealed class DemoVisits(CompanyCatalogue catalogue, Dictionary<int, int> often, Random chance)
{
    public const int DaysAround = 14;
    private const int Quarter = 15;

    private readonly Dictionary<int, List<TimeRange>> taken = catalogue.Resources.ToDictionary(resource => resource.Id, _ => new List<TimeRange>());

    public IEnumerable<DemoVisit> All() =>
        from day in Enumerable.Range(-DaysAround, 2 * DaysAround + 1)
        from resource in catalogue.Resources
        where resource.IsOfferedOnline
        from visit in On(resource, catalogue.Today.PlusDays(day), Fullness(day))
        select visit;

    /// <summary>
    /// The chance that a visit begins at a free half-hour. A visit lasts two or three of them, so 0.4 is a well-booked day in which a long
    /// visit still finds its place.
    /// </summary>
    private static double Fullness(int day) => day <= 0 ? 0.7 : 0.4 - (0.02 * day);

    private List<DemoVisit> On(Resource resource, LocalDate date, double fullness)
    {
        var day = new TimeRange(catalogue.Zone.AtStartOfDay(date).ToInstant(), catalogue.Zone.AtStartOfDay(date.PlusDays(1)).ToInstant());
        List<DemoVisit> visits = [];
        foreach (var work in catalogue.WorkingTimeAround(resource.Id, date).Within(day))
        {
            for (var at = work.Start; at < work.Finish;)
            {
                var isBooked = chance.NextDouble() < fullness && TryVisit(resource, at, work.Finish, visits);
                at = isBooked && !visits[^1].IsCancelled ? AtQuarter(taken[resource.Id][^1].Finish) : at + Duration.FromMinutes(2 * Quarter);
            }
        }
        return visits;
    }

    private bool TryVisit(Resource resource, Instant at, Instant until, List<DemoVisit> visits)
    {
        var services = Choose(resource);
        var visit = Service.VisitOf(services);
        var start = AtQuarter(at + Duration.FromMinutes(visit.BufferBefore));
        var occupied = new TimeRange(start, start + Duration.FromMinutes(visit.Duration)).WithBuffers(visit.BufferBefore, visit.BufferAfter);
        var isFree = start + Duration.FromMinutes(visit.Duration) <= until && !taken[resource.Id].Exists(occupied.Overlaps);
        if (!isFree || Companions(services, occupied) is not { } companions) return false;

        // A group lesson has as many clients as there are seats, or fewer.
        for (var seat = chance.Next(resource.Capacity) + 1; seat > 0; seat--)
            visits.Add(new DemoVisit(resource, seat, services, companions, start, IsCancelled: resource.Capacity == 1 && chance.NextDouble() < 0.08));
        if (!visits[^1].IsCancelled) foreach (var id in companions.Append(resource.Id)) taken[id].Add(occupied);
        return true;
    }

    /// <summary>One service, sometimes two.</summary>
    private List<Service> Choose(Resource resource)
    {
        var performed = catalogue.Services.Where(service => service.IsPerformedBy(resource.Id)).SelectMany(service => Enumerable.Repeat(service, often[service.Id])).ToList();
        var (first, second) = (performed[chance.Next(performed.Count)], performed[chance.Next(performed.Count)]);
        return resource.Capacity == 1 && first != second && chance.NextDouble() < 0.15 ? [first, second] : [first];
    }

    /// <summary>A free room of every kind needed; null: there is none.</summary>
    private List<int>? Companions(IReadOnlyList<Service> services, TimeRange occupied)
    {
        List<int> found = [];
        foreach (var rooms in catalogue.Needs(services))
        {
            if (rooms.FirstOrDefault(room => !taken[room.Id].Exists(occupied.Overlaps)) is not { } free) return null;
            found.Add(free.Id);
        }
        return found;
    }

    private static Instant AtQuarter(Instant at)
    {
        var ticks = Duration.FromMinutes(Quarter).BclCompatibleTicks;
        return Instant.FromUnixTimeTicks((at.ToUnixTimeTicks() + ticks - 1) / ticks * ticks);
    }
}
