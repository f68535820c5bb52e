using Kabinet.Resources;
using Kabinet.Scheduling;
using Kabinet.ServiceCatalog;
using NodaTime;

namespace Kabinet.OnlineBooking;

/// <summary>A resource that can take a choice, as the engine sees it.</summary>
/// <param name="Companions">The resources behind <see cref="Candidate.Also"/>, list by list.</param>
public sealed record Offer(Resource Resource, Candidate Candidate, IReadOnlyList<IReadOnlyList<Resource>> Companions);

/// <summary>
/// The company at one version: catalogue and occupied time, in memory, from which every question about free time is answered.
/// Immutable; replaced when the company's version in the database has moved.
/// </summary>
public sealed class CompanySnapshot
{
    private readonly Dictionary<int, BookedResource> resources;
    private readonly LocalDate around;

    /// <param name="around">The local date it is about: today for the whole, or the one day on which a time is being taken.</param>
    public CompanySnapshot(CompanyCatalogue catalogue, long version, IEnumerable<Occupation> occupations, LocalDate? around = null)
    {
        (Catalogue, Version, this.around) = (catalogue, version, around ?? catalogue.Today);
        var byResource = occupations.ToLookup(one => one.ResourceId);
        resources = catalogue.Resources.ToDictionary(resource => resource.Id, resource => new BookedResource(FreeTimeOf(resource), [.. byResource[resource.Id]]));
    }

    private CompanySnapshot(CompanySnapshot other, long version, Func<int, BookedResource, BookedResource> change)
    {
        (Catalogue, Version, around) = (other.Catalogue, version, other.around);
        resources = other.resources.ToDictionary(pair => pair.Key, pair => change(pair.Key, pair.Value));
    }

    public CompanyCatalogue Catalogue { get; }
    public long Version { get; }

    /// <summary>All that is occupied, in no particular order.</summary>
    public IEnumerable<Occupation> Occupations => resources.Values.SelectMany(resource => resource.Occupations);

    public IEnumerable<Occupation> Holds => resources.Values.SelectMany(resource => resource.Holds);

    public IReadOnlyList<Occupation> OccupationsOf(int resourceId) => resources.TryGetValue(resourceId, out var resource) ? resource.Occupations : [];

    /// <summary>Does it know all there is of that local date, and of what follows?</summary>
    public bool Reaches(LocalDate date) => date == around || (around == Catalogue.Today && Catalogue.IsPrepared(date));

    /// <summary>The same company at a later version.</summary>
    /// <param name="changed">Every day whose occupied time is not what it is here.</param>
    public CompanySnapshot Advance(long version, IEnumerable<ChangedDay> changed)
    {
        var byResource = changed.ToLookup(day => day.ResourceId);
        return new CompanySnapshot(this, version, (id, resource) => byResource.Contains(id) ? resource.With([.. byResource[id]]) : resource);
    }

    /// <summary>The same company after a change of one resource that is not committed yet.</summary>
    public CompanySnapshot With(int resourceId, IReadOnlyCollection<Occupation> coming, IReadOnlyCollection<Occupation> going) =>
        new(this, Version, (id, resource) => id == resourceId ? resource.With(coming, going) : resource);

    /// <summary>The same company as if this browser's holds or this work order were not there: for the one to whom they belong.</summary>
    public CompanySnapshot Without(int? workOrderId = null, Guid? heldBy = null)
    {
        var freed = heldBy is null ? this : WithoutHolds(hold => hold.HeldBy == heldBy);
        return workOrderId is { } id ? freed.Change(resource => resource.WithoutOrder(id)) : freed;
    }

    public CompanySnapshot WithoutHolds(Func<Occupation, bool> areMeant) => Change(resource => resource.WithoutHolds(areMeant));

    private CompanySnapshot Change(Func<BookedResource, BookedResource> change)
    {
        var isAnyOther = resources.Values.Any(resource => !ReferenceEquals(resource, change(resource)));
        return isAnyOther ? new CompanySnapshot(this, Version, (_, resource) => change(resource)) : this;
    }

    /// <summary>The resources a client may choose that perform all of these services (all that are offered, where none is given).</summary>
    public IReadOnlyList<Resource> ResourcesFor(IReadOnlyList<Service> services) => services.Count switch
    {
        0 => Catalogue.OfferedResources,
        1 => Catalogue.OfferedPerformers(services[0]),
        _ => [.. Catalogue.OfferedPerformers(services[0]).Where(resource => services.All(service => service.IsPerformedBy(resource.Id)))],
    };

    /// <summary>The services a client may choose, of one resource or of all that are offered.</summary>
    public IEnumerable<Service> ServicesFor(Resource? resource) => resource is null ? Catalogue.OfferedServices : Catalogue.OfferedServicesOf(resource);

    /// <summary>Those who can take the choice: the chosen resource, or every one that performs it.</summary>
    public IReadOnlyList<Offer> Offers(Choice choice)
    {
        var companions = Catalogue.Needs(choice.Services);
        return [.. AskedFor(choice).Zip(Candidates(choice), (resource, candidate) => new Offer(resource, candidate, companions))];
    }

    /// <summary>Those who can take the choice at that start; where nobody can, the first rule that forbids it.</summary>
    public (IReadOnlyList<Offer> Fitting, TimeRefusal? Refusal) At(Choice choice, Instant start, Instant now)
    {
        TimeRefusal? refusal = null;
        List<Offer> fitting = [];
        foreach (var offer in Offers(choice))
        {
            if (Catalogue.Availability.Fits(offer.Candidate, start, now) is not { } no) fitting.Add(offer);
            else if (refusal is null || no < refusal) refusal = no;
        }
        return fitting.Count > 0 ? (fitting, null) : (fitting, refusal ?? TimeRefusal.NotWorking);
    }

    /// <summary>Why the choice cannot start then, with the nearest free starts; null: it can.</summary>
    public Refusal? RefusalAt(Choice choice, Instant start, Instant now) =>
        At(choice, start, now).Refusal is { } refusal ? Refusal.Of(refusal) with { NearestFree = NearestAround(choice, start, now) } : null;

    /// <summary>Until when a browser keeps the time that starts then; null: it does not.</summary>
    public Instant? HeldUntil(Guid heldBy, Instant start, Instant now) => Holds
        .Where(one => one.HeldBy == heldBy && one.Time.Expires > now && one.Time.Range.Contains(start))
        .Min(one => one.Time.Expires);

    public IReadOnlyList<Instant> Slots(Choice choice, LocalDate from, LocalDate to, Instant now) =>
        Catalogue.Availability.SlotsOfAny(Candidates(choice), from, to, now);

    public IReadOnlyList<LocalDate> Days(Choice choice, LocalDate from, LocalDate to, Instant now) =>
        Catalogue.Availability.Days(Candidates(choice), from, to, now);

    /// <summary>Every date from..to, both included, with how free it is.</summary>
    public IReadOnlyList<FreeDay> FreeDays(Choice choice, LocalDate from, LocalDate to, Instant now)
    {
        var (free, possible) = (CountByDay(choice, from, to, now), Catalogue.Unbooked.CountByDay(choice, from, to, now));
        return [.. free.Select((starts, day) => new FreeDay(from.PlusDays(day), starts, possible[day]))];
    }

    /// <summary>The first free start of the choice at or after <paramref name="after"/> (now, where it is not given).</summary>
    public Instant? Nearest(Choice choice, Instant now, Instant? after = null)
    {
        Instant? nearest = null;
        foreach (var candidate in Candidates(choice))
            if (Catalogue.Availability.Nearest(candidate, now, after ?? now) is { } start && (nearest is null || start < nearest)) nearest = start;
        return nearest;
    }

    /// <summary>The first free starts around a time that could not be had: up to <paramref name="count"/> at or after it, and the last before it on its day.</summary>
    public IReadOnlyList<Instant> NearestAround(Choice choice, Instant wanted, Instant now, int count = 3)
    {
        var date = wanted.InZone(Catalogue.Zone).Date;
        var sameDay = Slots(choice, date, date, now);
        var found = sameDay.Where(start => start < wanted).TakeLast(1).ToList();
        var after = wanted;
        while (found.Count < count && Nearest(choice, now, after) is { } next)
        {
            found.Add(next);
            after = next + Duration.FromMinutes(1);
        }
        return found;
    }

    /// <summary>Those that perform all of these services, each with its first free start at or after <paramref name="after"/>; where no service is given, as <see cref="NearestOf"/>.</summary>
    public IReadOnlyList<(Resource Resource, Instant? Nearest)> NearestOfEach(IReadOnlyList<Service> services, Instant now, Instant? after = null)
    {
        if (services.Count == 0) return [.. ResourcesFor([]).Select(resource => (resource, NearestOf(resource, now)))];
        var choice = new Choice(services, null);
        return [.. AskedFor(choice).Zip(Candidates(choice), (resource, candidate) => (resource, Catalogue.Availability.Nearest(candidate, now, after ?? now)))];
    }

    /// <summary>The nearest time of a resource before any service is chosen: that of its shortest service.</summary>
    public Instant? NearestOf(Resource resource, Instant now) =>
        ServicesFor(resource).MinBy(service => service.Duration) is { } shortest
            ? Nearest(new Choice([shortest], resource), now)
            : null;

    /// <summary>The nearest time at which anybody is free for anything; null: none up to the horizon.</summary>
    public Instant? NearestOfAll(Instant now) => ResourcesFor([]).Select(resource => NearestOf(resource, now)).Min();

    private int[] CountByDay(Choice choice, LocalDate from, LocalDate to, Instant now) =>
        Catalogue.Availability.CountByDay(Candidates(choice), from, to, now);

    private IReadOnlyList<Resource> AskedFor(Choice choice) => choice.Resource is { } chosen ? [chosen] : ResourcesFor(choice.Services);

    private Candidate[] Candidates(Choice choice)
    {
        var (asked, visit, also) = (AskedFor(choice), choice.Visit, TimesOf(Catalogue.Needs(choice.Services)));
        var candidates = new Candidate[asked.Count];
        for (var i = 0; i < candidates.Length; i++) candidates[i] = new Candidate(resources[asked[i].Id].Time, visit, also);
        return candidates;
    }

    /// <summary>How long the resource is taken on a local date.</summary>
    public Duration BusyOn(Resource resource, LocalDate date)
    {
        var day = new TimeRange(Catalogue.Zone.AtStartOfDay(date).ToInstant(), Catalogue.Zone.AtStartOfDay(date.PlusDays(1)).ToInstant());
        var busy = Duration.Zero;
        foreach (var one in resources[resource.Id].Occupations)
        {
            var (start, finish) = (Instant.Max(day.Start, one.Time.Range.Start), Instant.Min(day.Finish, one.Time.Range.Finish));
            if (start < finish) busy += finish - start;
        }
        return busy;
    }

    /// <summary>What the engine knows of a resource; null: it is archived or not this company's.</summary>
    public ResourceTime? Time(int resourceId) => resources.GetValueOrDefault(resourceId)?.Time;

    private IReadOnlyList<IReadOnlyList<ResourceTime>> TimesOf(IReadOnlyList<IReadOnlyList<Resource>> companions) =>
        companions.Count == 0 ? [] : [.. companions.Select(list => (IReadOnlyList<ResourceTime>)[.. list.Select(one => resources[one.Id].Time)])];

    private ResourceTime FreeTimeOf(Resource resource) => new(resource.Capacity, Catalogue.WorkingTimeAround(resource.Id, around), []);
}
