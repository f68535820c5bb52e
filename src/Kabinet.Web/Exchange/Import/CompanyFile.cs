using Kabinet.Companies;
using Kabinet.OnlineBooking;
using Kabinet.Scheduling;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.Exchange.Import;

/// <summary>
/// One company as a file brings it: described in docs/import.md, its form in docs/import.schema.json. Ids are the file's own and hold within
/// their list; what refers to another entry names its id. Lists stand in the order in which they are shown.
/// </summary>
/// <param name="Schema">The address of the schema, for editors; not read.</param>
public sealed record CompanyFile(
    CompanyEntry Company,
    [property: System.Text.Json.Serialization.JsonPropertyName("$schema")] string? Schema = null,
    IReadOnlyList<KindEntry>? ResourceKinds = null,
    IReadOnlyList<ScheduleEntry>? Schedules = null,
    IReadOnlyList<ResourceEntry>? Resources = null,
    IReadOnlyList<DeviationEntry>? Deviations = null,
    IReadOnlyList<GroupEntry>? ServiceGroups = null,
    IReadOnlyList<ServiceEntry>? Services = null,
    IReadOnlyList<StateEntry>? OrderStates = null,
    IReadOnlyList<CustomerEntry>? Customers = null,
    IReadOnlyList<WorkOrderEntry>? WorkOrders = null);

/// <summary>The settings. What is not given is as in a new company.</summary>
public sealed record CompanyEntry(
    string Address,
    string Name,
    string TimeZone,
    bool IsPublished = false,
    AboutCompany? About = null,
    Appearance? Appearance = null,
    OnlineBookingEntry? OnlineBooking = null);

/// <summary>See <see cref="OnlineBookingSettings"/>.</summary>
public sealed record OnlineBookingEntry(
    int? Step = null,
    StartGrid? Grid = null,
    int? LeadTime = null,
    int? HorizonDays = null,
    int? HoldMinutes = null,
    int? CancelCutOff = null,
    int? MoveCutOff = null,
    bool? AllowsSeveralServices = null,
    FileId? ArrivalState = null,
    PhoneVerification? PhoneVerification = null,
    LocalTime? DayFrom = null,
    LocalTime? EveningFrom = null,
    int? MaxActiveBookings = null,
    AnySpecialistRule? AnySpecialist = null,
    CommentRule? Comment = null,
    string? CommentPrompt = null,
    bool? IsEmailRequired = null);

public sealed record KindEntry(FileId Id, string Name);

public sealed record GroupEntry(FileId Id, string Name);

public sealed record StateEntry(FileId Id, string Name, OrderStatus Status, string Color);

/// <summary>fiveDay and sixDay have intervals, weekly has days by name, shift a start and a cycle, calendar days by date.</summary>
public sealed record ScheduleEntry(
    FileId Id,
    string Name,
    ScheduleKind Kind,
    IReadOnlyList<Hours>? Intervals = null,
    Dictionary<string, IReadOnlyList<Hours>>? Days = null,
    LocalDate? Start = null,
    IReadOnlyList<IReadOnlyList<Hours>>? Cycle = null,
    bool OffOnHolidays = false);

public sealed record ResourceEntry(
    FileId Id,
    string Name,
    string? Speciality = null,
    string? PhotoUrl = null,
    int Capacity = 1,
    FileId? Schedule = null,
    bool IsOfferedOnline = true,
    bool IsArchived = false,
    IReadOnlyList<FileId>? Kinds = null);

/// <summary>No intervals: not working on that day.</summary>
public sealed record DeviationEntry(FileId Resource, LocalDate Date, IReadOnlyList<Hours> Intervals);

/// <param name="Price">Rubles; null: not said beforehand.</param>
/// <param name="IsPriceFrom">The price is the least, and above 0.</param>
/// <param name="Duration">Minutes, as are the buffers.</param>
public sealed record ServiceEntry(
    FileId Id,
    string Name,
    int Duration,
    decimal? Price = null,
    FileId? Group = null,
    string? Description = null,
    int BufferBefore = 0,
    int BufferAfter = 0,
    bool IsOfferedOnline = true,
    bool IsArchived = false,
    IReadOnlyList<FileId>? Performers = null,
    IReadOnlyList<FileId>? NeededKinds = null,
    bool IsPriceFrom = false);

/// <param name="Phone">The main one.</param>
public sealed record CustomerEntry(
    FileId Id,
    string Name,
    string? Phone = null,
    string? Email = null,
    FileTime? Created = null,
    IReadOnlyList<string>? OtherPhones = null,
    LocalDate? Birthday = null,
    IReadOnlyList<string>? Tags = null,
    string? Notes = null,
    string? Source = null,
    bool IsBlackListed = false);

/// <param name="Services">Each once at its price today; or <paramref name="Works"/>, which say more of each.</param>
/// <param name="Companions">What was taken along: rooms, machines.</param>
/// <param name="Finish">Null: the services one after another.</param>
/// <param name="Status">Instead of <paramref name="State"/>: the first state with that meaning.</param>
public sealed record WorkOrderEntry(
    FileId Customer,
    FileId Resource,
    FileTime Start,
    FileTime? Finish = null,
    IReadOnlyList<FileId>? Services = null,
    IReadOnlyList<WorkEntry>? Works = null,
    IReadOnlyList<FileId>? Companions = null,
    FileId? Id = null,
    int? Number = null,
    FileId? State = null,
    OrderStatus? Status = null,
    OrderSource Source = OrderSource.Staff,
    FileTime? Created = null,
    FileTime? Closed = null,
    string? CancelReason = null,
    bool CancelledByClient = false,
    string? Comment = null,
    int? RemindBefore = null,
    IReadOnlyList<PaymentEntry>? Payments = null);

/// <param name="Price">Rubles of one; null: the service's.</param>
/// <param name="Discount">Percent.</param>
/// <param name="Done">How much of the quantity is done; null: all in a completed order, else nothing.</param>
public sealed record WorkEntry(FileId Service, decimal Quantity = 1, decimal? Price = null, decimal Discount = 0, decimal? Done = null);

/// <param name="Sum">Rubles; less than 0: returned.</param>
public sealed record PaymentEntry(decimal Sum, FileTime At);
