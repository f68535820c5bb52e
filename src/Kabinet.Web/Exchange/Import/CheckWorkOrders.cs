using Kabinet.Notifications;
using Kabinet.Scheduling;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.Exchange.Import;

/// <summary>
/// Work orders. What was agreed with a client is taken as it is: whether the resource works then, or performs the service, is not asked.
/// </summary>
internal sealed class CheckWorkOrders
{
    private const int MaxNumber = 1_000_000_000, MaxMinutes = 31 * 1440;

    private readonly FileProblems problems;
    private readonly CheckTimes times;
    private readonly CheckCatalogue catalogue;
    private readonly CheckCustomers customers;
    private readonly Dictionary<int, int> numbers = [];

    public CheckWorkOrders(IReadOnlyList<WorkOrderEntry> entries, CheckCatalogue catalogue, CheckCustomers customers, CheckTimes times, FileProblems problems)
    {
        (this.problems, this.times, this.catalogue, this.customers) = (problems, times, catalogue, customers);
        CheckIds(entries);
        All = [.. entries.Select((one, i) => Check($"workOrders[{i}]", i, one)).OfType<CheckedOrder>()];
    }

    /// <summary>Those whose place and time are known, be something else wrong with them or not.</summary>
    public IReadOnlyList<CheckedOrder> All { get; }

    private void CheckIds(IReadOnlyList<WorkOrderEntry> entries)
    {
        var known = new Dictionary<FileId, int>();
        for (var i = 0; i < entries.Count; i++)
            if (entries[i].Id is { } id && !known.TryAdd(id, i)) problems.Add($"workOrders[{i}].id", $"{id} is the id of workOrders[{known[id]}] already");
    }

    private CheckedOrder? Check(string path, int place, WorkOrderEntry entry)
    {
        CheckNumber(path, place, entry.Number);
        problems.CheckLength($"{path}.comment", entry.Comment, WorkOrder.MaxCommentLength);
        problems.CheckLength($"{path}.cancelReason", entry.CancelReason, 200);
        var (state, status) = State(path, entry);
        var customer = customers.Ids.Find($"{path}.customer", entry.Customer);
        var resources = Resources(path, entry);
        var works = new CheckWorks(catalogue, problems).Run(path, entry);
        var start = times.Minute($"{path}.start", entry.Start);
        var finish = times.Minute($"{path}.finish", entry.Finish);
        CheckReminder(path, entry, customer, status);
        var payments = Payments(path, entry.Payments ?? []);
        var created = times.Past($"{path}.created", entry.Created);
        var closed = times.Past($"{path}.closed", entry.Closed);
        if (customer is null || resources is null || works is null || start is null || (finish is null && entry.Finish is not null)) return null;

        var services = works.Select(work => catalogue.Services[work.Service]).ToList();
        var body = new TimeRange(start.Value, finish ?? start.Value + Duration.FromMinutes(services.Sum(service => service.Visit.Duration)));
        if (!CheckLength(path, body)) return null;
        var occupied = body.WithBuffers(services.Max(service => service.Visit.BufferBefore), services.Max(service => service.Visit.BufferAfter));
        return new(entry, place, customer.Value, state, status, resources, works, body, occupied,
            created ?? Instant.Min(body.Start, times.Now), closed ?? ClosedBy(status, body), payments);
    }

    private void CheckNumber(string path, int place, int? number)
    {
        problems.CheckRange($"{path}.number", number, 1, MaxNumber);
        if (number is { } given && !numbers.TryAdd(given, place)) problems.Add($"{path}.number", $"{given} is the number of workOrders[{numbers[given]}] already");
    }

    private (int? State, OrderStatus Status) State(string path, WorkOrderEntry entry)
    {
        if (entry is { State: not null, Status: not null }) problems.Add($"{path}.status", "the state says it already: give one of the two");
        var state = catalogue.StateIds.Find($"{path}.state", entry.State);
        var status = state is { } index ? catalogue.States[index].Status : entry.Status ?? OrderStatus.Open;
        if (status != OrderStatus.Cancelled && (entry.CancelledByClient || entry.CancelReason is not null)) problems.Add($"{path}.cancelReason", "the order is not cancelled");
        if (status is OrderStatus.Open or OrderStatus.InProgress && entry.Closed is not null) problems.Add($"{path}.closed", "the order is not closed");
        return (state, status);
    }

    /// <summary>Null: the one that serves is not known.</summary>
    private IReadOnlyList<int>? Resources(string path, WorkOrderEntry entry)
    {
        var companions = catalogue.ResourceIds.FindAll($"{path}.companions", entry.Companions);
        if (catalogue.ResourceIds.Find($"{path}.resource", entry.Resource) is not { } resource) return null;
        if (companions.Contains(resource)) problems.Add($"{path}.companions", $"resource {entry.Resource} serves already");
        return [resource, .. companions.Where(one => one != resource)];
    }

    private bool CheckLength(string path, TimeRange body)
    {
        if (body.IsEmpty) problems.Add($"{path}.finish", "is not after the start");
        else if (body.Length > Duration.FromMinutes(MaxMinutes)) problems.Add($"{path}.finish", "is more than 31 days after the start");
        else return true;
        return false;
    }

    private void CheckReminder(string path, WorkOrderEntry entry, int? customer, OrderStatus status)
    {
        if (!Reminder.IsKnown(entry.RemindBefore)) problems.Add($"{path}.remindBefore", $"expected one of {string.Join(", ", Reminder.Choices)} minutes, found {entry.RemindBefore}");
        var isDue = entry.RemindBefore is not null && status is OrderStatus.Open or OrderStatus.InProgress;
        if (isDue && customer is { } index && customers.All[index].Phones.Count == 0) problems.Add($"{path}.remindBefore", $"customer {entry.Customer} has no phone to remind by");
    }

    private List<CheckedPayment> Payments(string path, IReadOnlyList<PaymentEntry> entries)
    {
        List<CheckedPayment> payments = [];
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Sum == 0) problems.Add($"{path}.payments[{i}].sum", "is nothing");
            var sum = CheckCatalogue.Rubles(problems, $"{path}.payments[{i}].sum", entries[i].Sum, -CheckCatalogue.MaxPrice);
            var at = times.Past($"{path}.payments[{i}].at", entries[i].At);
            if (sum is not null && at is not null) payments.Add(new(sum.Value, at.Value));
        }
        return payments;
    }

    /// <summary>Where the file does not say: a visit that took place was closed by its finish.</summary>
    private Instant? ClosedBy(OrderStatus status, TimeRange body) => status switch
    {
        OrderStatus.Completed => Instant.Min(body.Finish, times.Now),
        OrderStatus.Cancelled => Instant.Min(body.Start, times.Now),
        _ => null,
    };
}
