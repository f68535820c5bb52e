using Kabinet.Companies;
using Kabinet.Resources;
using Kabinet.Scheduling;
using Kabinet.ServiceCatalog;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.OnlineBooking;

/// <summary>
/// What a company offers and when its resources work: everything the engine needs but the bookings. Read once from the database,
/// replaced whole when <see cref="Company.CatalogueVersion"/> moves or a new day begins. Immutable.
/// </summary>
public sealed class CompanyCatalogue
{
    private readonly Dictionary<int, Resource> resourcesById;
    private readonly Dictionary<int, Service> servicesById;
    private readonly Dictionary<int, string> resourceNames;
    private readonly ILookup<int, ScheduleDeviation> deviations;
    private readonly Dictionary<int, WorkingTime> workingTimes;
    private readonly Dictionary<int, IReadOnlyList<Service>> offeredServices;
    private readonly Dictionary<int, IReadOnlyList<Resource>> offeredPerformers;
    private CompanySnapshot? unbooked;

    /// <param name="today">The company's local date; working time is prepared from the day before it to a day past the horizon.</param>
    public CompanyCatalogue(
        Company company,
        IEnumerable<Service> services,
        IEnumerable<ServiceGroup> groups,
        IReadOnlyCollection<Resource> resources,
        IEnumerable<ResourceKind> kinds,
        IEnumerable<NamedSchedule> schedules,
        IEnumerable<ResourceDeviation> deviations,
        IEnumerable<OrderState> states,
        LocalDate today)
    {
        Company = company;
        Zone = company.Zone;
        Today = today;
        Services = [.. services.Where(service => !service.IsArchived).OrderBy(service => service.Position).ThenBy(service => service.Id)];
        Groups = [.. groups.OrderBy(group => group.Position).ThenBy(group => group.Id)];
        Resources = [.. resources.Where(resource => !resource.IsArchived).OrderBy(resource => resource.Position).ThenBy(resource => resource.Id)];
        Kinds = [.. kinds];
        States = [.. states.OrderBy(state => state.Position).ThenBy(state => state.Id)];
        Availability = new Availability(company.OnlineBooking.Rules, Zone);
        servicesById = Services.ToDictionary(service => service.Id);
        resourcesById = Resources.ToDictionary(resource => resource.Id);
        resourceNames = resources.ToDictionary(resource => resource.Id, resource => resource.Name);
        Schedules = schedules.ToDictionary(schedule => schedule.Id, schedule => schedule.Schedule);
        this.deviations = deviations.ToLookup(deviation => deviation.ResourceId, deviation => deviation.Deviation);
        (From, To) = (today.PlusDays(-1), today.PlusDays(company.OnlineBooking.HorizonDays + 1));
        workingTimes = Resources.ToDictionary(resource => resource.Id, resource => WorkingTimeOf(resource, From, To));

        var offered = Services.Where(service => service.IsOfferedOnline).ToList();
        offeredServices = Resources.ToDictionary(resource => resource.Id, resource => (IReadOnlyList<Service>)[.. offered.Where(service => service.IsPerformedBy(resource.Id))]);
        OfferedResources = [.. Resources.Where(resource => resource.IsOfferedOnline && offeredServices[resource.Id].Count > 0)];
        offeredPerformers = Services.ToDictionary(service => service.Id, service => (IReadOnlyList<Resource>)[.. OfferedResources.Where(resource => service.IsPerformedBy(resource.Id))]);
        OfferedServices = [.. offered.Where(service => offeredPerformers[service.Id].Count > 0)];
    }

    public Company Company { get; }
    public DateTimeZone Zone { get; }
    public LocalDate Today { get; }

    /// <summary>The dates, both included, for which working time is prepared.</summary>
    public LocalDate From { get; }
    public LocalDate To { get; }
    public IReadOnlyList<Service> Services { get; }
    public IReadOnlyList<ServiceGroup> Groups { get; }
    public IReadOnlyList<Resource> Resources { get; }
    public IReadOnlyList<ResourceKind> Kinds { get; }
    public IReadOnlyList<OrderState> States { get; }

    /// <summary>The services a client may choose: offered, and performed by somebody he may choose.</summary>
    public IReadOnlyList<Service> OfferedServices { get; }

    /// <summary>The resources a client may choose: offered, and with something to do for him.</summary>
    public IReadOnlyList<Resource> OfferedResources { get; }

    /// <summary>By id, archived ones too.</summary>
    public IReadOnlyDictionary<int, WorkSchedule> Schedules { get; }

    /// <summary>Of <see cref="OfferedResources"/> those that perform the service.</summary>
    public IReadOnlyList<Resource> OfferedPerformers(Service service) => offeredPerformers.GetValueOrDefault(service.Id, []);

    /// <summary>The offered services that the resource performs.</summary>
    public IReadOnlyList<Service> OfferedServicesOf(Resource resource) => offeredServices.GetValueOrDefault(resource.Id, []);

    /// <summary>The company as if nothing were booked: what the bookings are measured by.</summary>
    public CompanySnapshot Unbooked => unbooked ??= new CompanySnapshot(this, 0, []);

    /// <summary>The engine with the rules of «Онлайн-запись».</summary>
    public Availability Availability { get; }

    public Service? Service(int id) => servicesById.GetValueOrDefault(id);
    public Resource? Resource(int id) => resourcesById.GetValueOrDefault(id);

    /// <summary>Also of one that is archived: past bookings still name who served; null: not this company's.</summary>
    public string? ResourceName(int id) => resourceNames.GetValueOrDefault(id);
    public OrderState? State(int id) => States.FirstOrDefault(state => state.Id == id);

    /// <summary>The state in which a booking from the cabinet arrives.</summary>
    public OrderState ArrivalState =>
        (Company.OnlineBooking.ArrivalStateId is { } id ? State(id) : null) ?? States.First(state => state.Status == OrderStatus.Open);

    public OrderState CancelledState => States.First(state => state.Status == OrderStatus.Cancelled);

    /// <summary>Is working time at hand for the date and the days beside it?</summary>
    public bool IsPrepared(LocalDate date) => From < date && date < To;

    /// <summary>The working time of a resource that holds <paramref name="date"/> and the days beside it.</summary>
    public WorkingTime WorkingTimeAround(int resourceId, LocalDate date)
    {
        if (resourcesById.GetValueOrDefault(resourceId) is not { } resource) return WorkingTime.Never;
        return IsPrepared(date) ? workingTimes[resourceId] : WorkingTimeOf(resource, date.PlusDays(-1), date.PlusDays(1));
    }

    /// <summary>Resources that may be taken along for a service: of each needed kind.</summary>
    public IReadOnlyList<IReadOnlyList<Resource>> Needs(IReadOnlyList<Service> services) => services.All(service => service.NeededKindIds.Count == 0) ? [] :
        [.. services.SelectMany(service => service.NeededKindIds).Distinct().Select(kind => (IReadOnlyList<Resource>)[.. Resources.Where(resource => resource.KindIds.Contains(kind))])];

    private WorkingTime WorkingTimeOf(Resource resource, LocalDate from, LocalDate to) =>
        WorkingTime.From(resource.Schedule(Schedules), deviations[resource.Id], Zone, from, to);
}
