using Kabinet.Companies;
using Kabinet.Customers;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.ServiceCatalog;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Data.Demo;

/// <summary>Puts what a demo company offers, and whom it knows, into its database.</summary>
internal sealed class DemoCatalogue(AppDb db, Company company, DemoContent content, LocalDate today)
{
    private readonly Dictionary<string, int> resources = [];

    public IReadOnlyDictionary<string, int> Resources => resources;
    public List<Customer> Customers { get; } = [];

    /// <summary>How often a service is booked beside the others, by its id.</summary>
    public Dictionary<int, int> Often { get; } = [];

    public async Task<CompanyCatalogue> AddAsync(Instant now, CancellationToken cancel)
    {
        var kinds = content.Kinds.ToDictionary(name => name, name => Add(new ResourceKind(company.Id, company.TakeId(), name)));
        var schedules = content.Schedules.Select(one => Add(new NamedSchedule(company.Id, company.TakeId(), one.Name, one.On(today)))).ToList();
        var added = content.Resources.Select((one, index) => AddResource(one, index, schedules[one.Schedule].Id, kinds)).ToList();
        var deviations = content.Deviations.Select(one => Add(new ResourceDeviation(
            company.Id, resources[one.Resource], new Scheduling.ScheduleDeviation(today.PlusDays(one.Days), DemoContent.Hours(one.Hours))))).ToList();
        var groups = content.Groups.Select((one, index) => Add(new ServiceGroup(company.Id, company.TakeId(), one.Name, index + 1))).ToList();
        var services = content.Groups.SelectMany((group, index) => group.Services.Select(one => AddService(one, groups[index].Id, kinds))).ToList();
        AddCustomers(now);
        await db.SaveChangesAsync(cancel);
        var states = await db.OrderStates.ToListAsync(cancel);
        return new CompanyCatalogue(company, services, groups, added, kinds.Values, schedules, deviations, states, today);
    }

    private Resource AddResource(DemoContent.Resource one, int index, int scheduleId, Dictionary<string, ResourceKind> kinds)
    {
        var resource = Add(new Resource(company.Id, company.TakeId(), one.Name, Math.Max(1, one.Capacity))
        {
            Speciality = one.Speciality ?? "",
            PhotoUrl = one.Photo ?? "",
            Position = index + 1,
            IsOfferedOnline = one.Kind is null,
        });
        resource.Assign(scheduleId);
        if (one.Kind is not null) resource.KindIds.Add(kinds[one.Kind].Id);
        resources[one.Key] = resource.Id;
        return resource;
    }

    private Service AddService(DemoContent.Service one, int groupId, Dictionary<string, ResourceKind> kinds)
    {
        var service = Add(new Service(company.Id, company.TakeId(), one.Name, one.Minutes, one.Price is { } rubles ? Money.Rubles(rubles) : null)
        {
            GroupId = groupId,
            Description = one.About ?? "",
            BufferBefore = one.Before,
            BufferAfter = one.After,
            Position = Often.Count + 1,
        });
        foreach (var key in one.By.Split(' ')) service.PerformerIds.Add(resources[key]);
        if (one.Needs is not null) service.NeededKindIds.Add(kinds[one.Needs].Id);
        Often[service.Id] = Math.Max(1, one.Often);
        return service;
    }

    private void AddCustomers(Instant now)
    {
        foreach (var name in content.Customers)
            Customers.Add(Add(new Customer(company.Id, company.TakeId(), name, $"{content.Phones}{Customers.Count:D2}", null, now - Duration.FromDays(20))));
    }

    private T Add<T>(T row) where T : class, IOwned
    {
        db.Add(row);
        return row;
    }
}
