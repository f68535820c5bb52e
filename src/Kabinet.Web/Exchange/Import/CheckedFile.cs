using Kabinet.Scheduling;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.Exchange.Import;

/// <summary>A company file in which nothing is wrong: every reference is an index into its list, every time an instant.</summary>
internal sealed record CheckedFile(
    CompanyEntry Company,
    DateTimeZone Zone,
    int? ArrivalState,
    IReadOnlyList<KindEntry> Kinds,
    IReadOnlyList<CheckedSchedule> Schedules,
    IReadOnlyList<CheckedResource> Resources,
    IReadOnlyList<CheckedDeviation> Deviations,
    IReadOnlyList<GroupEntry> Groups,
    IReadOnlyList<CheckedService> Services,
    IReadOnlyList<StateEntry> States,
    IReadOnlyList<CheckedCustomer> Customers,
    IReadOnlyList<CheckedOrder> Orders);

internal sealed record CheckedSchedule(string Name, WorkSchedule Schedule);

internal sealed record CheckedResource(ResourceEntry Entry, int? Schedule, IReadOnlyList<int> Kinds);

internal sealed record CheckedDeviation(int Resource, ScheduleDeviation Deviation);

internal sealed record CheckedService(ServiceEntry Entry, int? Group, IReadOnlyList<int> Performers, IReadOnlyList<int> NeededKinds)
{
    public Visit Visit => new(Math.Max(1, Entry.Duration), Math.Max(0, Entry.BufferBefore), Math.Max(0, Entry.BufferAfter));
}

/// <param name="Phones">E.164, the main one first.</param>
internal sealed record CheckedCustomer(CustomerEntry Entry, IReadOnlyList<string> Phones, Instant? Created);

/// <param name="Place">In the file's list.</param>
/// <param name="Resources">The one that served, then those taken along.</param>
/// <param name="Closed">Null: not known, or not closed.</param>
internal sealed record CheckedOrder(
    WorkOrderEntry Entry, int Place, int Customer, int? State, OrderStatus Status, IReadOnlyList<int> Resources, IReadOnlyList<CheckedWork> Works,
    TimeRange Body, TimeRange Occupied, Instant Created, Instant? Closed, IReadOnlyList<CheckedPayment> Payments)
{
    /// <summary>The seat on each of the resources; empty: it occupies no time.</summary>
    public int[] Seats { get; } = Status == OrderStatus.Cancelled ? [] : new int[Resources.Count];

    public string Name => Entry.Id is { } id ? $"workOrders[{Place}] ({id})" : $"workOrders[{Place}]";
}

internal sealed record CheckedWork(int Service, decimal Quantity, Money? Price, decimal Discount, decimal? Done);

internal sealed record CheckedPayment(Money Sum, Instant At);
