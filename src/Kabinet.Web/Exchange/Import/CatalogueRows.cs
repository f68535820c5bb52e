using Kabinet.Companies;
using Kabinet.Customers;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.ServiceCatalog;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.Exchange.Import;

/// <summary>Makes a company's rows of a checked file, all but its work orders: fresh ids, found again by the index in the file's list.</summary>
internal sealed class CatalogueRows
{
    private readonly CheckedFile file;
    private readonly Company company;
    private readonly List<IOwned> all = [];

    /// <param name="company">Written already: it has its id.</param>
    public CatalogueRows(CheckedFile file, Company company, Instant now)
    {
        (this.file, this.company) = (file, company);
        AddAll(CreateCompany.ConsentTexts(company, now));
        States = file.States.Count > 0 ? [.. file.States.Select((one, i) => Add(State(one, i)))] : AddAll(CreateCompany.UsualStates(company));
        Kinds = [.. file.Kinds.Select(one => Add(new ResourceKind(company.Id, company.TakeId(), one.Name.Trim())))];
        Schedules = [.. file.Schedules.Select(one => Add(new NamedSchedule(company.Id, company.TakeId(), one.Name.Trim(), one.Schedule)))];
        Resources = [.. file.Resources.Select((one, i) => Add(Resource(one, i)))];
        foreach (var resource in Resources) AddAll(resource.Assignments);
        Deviations = [.. file.Deviations.Select(one => Add(new ResourceDeviation(company.Id, Resources[one.Resource].Id, one.Deviation)))];
        Groups = [.. file.Groups.Select((one, i) => Add(new ServiceGroup(company.Id, company.TakeId(), one.Name.Trim(), i + 1)))];
        Services = [.. file.Services.Select((one, i) => Add(Service(one, i)))];
        Customers = [.. file.Customers.Select(one => Add(Customer(one, now)))];
        AddAll<CustomerPhone>([.. Customers.SelectMany(one => one.Phones)]);
        company.OnlineBooking = OnlineBooking(file.Company.OnlineBooking ?? new());
    }

    public IReadOnlyList<OrderState> States { get; }
    public IReadOnlyList<ResourceKind> Kinds { get; }
    public IReadOnlyList<NamedSchedule> Schedules { get; }
    public IReadOnlyList<Resource> Resources { get; }
    public IReadOnlyList<ResourceDeviation> Deviations { get; }
    public IReadOnlyList<ServiceGroup> Groups { get; }
    public IReadOnlyList<Service> Services { get; }
    public IReadOnlyList<Customer> Customers { get; }

    /// <summary>In an order in which they can be written.</summary>
    public IReadOnlyList<IOwned> All => all;

    public CompanyCatalogue Catalogue(LocalDate today) => new(company, Services, Groups, Resources, Kinds, Schedules, Deviations, States, today);

    private T Add<T>(T row) where T : IOwned
    {
        all.Add(row);
        return row;
    }

    private IReadOnlyList<T> AddAll<T>(IReadOnlyList<T> rows) where T : IOwned
    {
        foreach (var row in rows) Add(row);
        return rows;
    }

    private OrderState State(StateEntry entry, int index) => new(company.Id, company.TakeId(), entry.Name.Trim(), entry.Status, entry.Color, index + 1);

    private Resource Resource(CheckedResource one, int index)
    {
        var resource = new Resource(company.Id, company.TakeId(), one.Entry.Name.Trim(), one.Entry.Capacity)
        {
            Speciality = one.Entry.Speciality?.Trim() ?? "",
            PhotoUrl = one.Entry.PhotoUrl ?? "",
            IsOfferedOnline = one.Entry.IsOfferedOnline,
            Position = index + 1,
        };
        if (one.Schedule is { } schedule) resource.Assign(Schedules[schedule].Id);
        foreach (var kind in one.Kinds) resource.KindIds.Add(Kinds[kind].Id);
        if (one.Entry.IsArchived) resource.Archive();
        return resource;
    }

    private Service Service(CheckedService one, int index)
    {
        var service = new Service(company.Id, company.TakeId(), one.Entry.Name.Trim(), one.Entry.Duration, one.Entry.Price is { } rubles ? Money.Rubles(rubles) : null)
        {
            GroupId = one.Group is { } group ? Groups[group].Id : null,
            Description = one.Entry.Description?.Trim() ?? "",
            IsPriceFrom = one.Entry.IsPriceFrom,
            BufferBefore = one.Entry.BufferBefore,
            BufferAfter = one.Entry.BufferAfter,
            IsOfferedOnline = one.Entry.IsOfferedOnline,
            Position = index + 1,
        };
        foreach (var performer in one.Performers) service.PerformerIds.Add(Resources[performer].Id);
        foreach (var kind in one.NeededKinds) service.NeededKindIds.Add(Kinds[kind].Id);
        if (one.Entry.IsArchived) service.Archive();
        return service;
    }

    private Customer Customer(CheckedCustomer one, Instant now)
    {
        var entry = one.Entry;
        var customer = new Customer(company.Id, company.TakeId(), entry.Name.Trim(), null, null, one.Created ?? now);
        customer.Correct(customer.Name, one.Phones, string.IsNullOrEmpty(entry.Email) ? null : entry.Email);
        customer.Describe(entry.Birthday, (entry.Tags ?? []).Select(tag => tag.Trim()).Distinct(), entry.Notes?.Trim() ?? "", entry.Source?.Trim() ?? "", entry.IsBlackListed);
        return customer;
    }

    private OnlineBookingSettings OnlineBooking(OnlineBookingEntry entry)
    {
        var usual = new OnlineBookingSettings();
        return new OnlineBookingSettings
        {
            Step = entry.Step ?? usual.Step,
            Grid = entry.Grid ?? usual.Grid,
            LeadTime = entry.LeadTime ?? usual.LeadTime,
            HorizonDays = entry.HorizonDays ?? usual.HorizonDays,
            HoldMinutes = entry.HoldMinutes ?? usual.HoldMinutes,
            CancelCutOff = entry.CancelCutOff ?? usual.CancelCutOff,
            MoveCutOff = entry.MoveCutOff ?? usual.MoveCutOff,
            AllowsSeveralServices = entry.AllowsSeveralServices ?? usual.AllowsSeveralServices,
            ArrivalStateId = file.ArrivalState is { } state ? States[state].Id : null,
            PhoneVerification = entry.PhoneVerification ?? usual.PhoneVerification,
            DayFrom = entry.DayFrom ?? usual.DayFrom,
            EveningFrom = entry.EveningFrom ?? usual.EveningFrom,
            MaxActiveBookings = entry.MaxActiveBookings,
            AnySpecialist = entry.AnySpecialist ?? usual.AnySpecialist,
            Comment = entry.Comment ?? usual.Comment,
            CommentPrompt = entry.CommentPrompt?.Trim() ?? usual.CommentPrompt,
            IsEmailRequired = entry.IsEmailRequired ?? usual.IsEmailRequired,
        };
    }
}
