using Kabinet.Companies;
using Kabinet.Customers;
using Kabinet.Scheduling;
using Kabinet.ServiceCatalog;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>Where a work order came from.</summary>
public enum OrderSource { Cabinet, Staff }

/// <summary>
/// Заказ-наряд: the document of a visit. A client's booking is no second document: it is a work order whose source is the cabinet.
/// Times are instants; lines are numbered from 1.
/// </summary>
public sealed class WorkOrder : IOwned
{
    public const int MaxCommentLength = 1000;

    private readonly List<WorkLine> works = [];
    private readonly List<ResourceLine> resources = [];
    private readonly List<Payment> payments = [];

    private WorkOrder() { }

    public WorkOrder(int companyId, int id, int number, OrderSource source, Customer customer, OrderState state, Instant created)
    {
        (CompanyId, Id, Number, Source, Created) = (companyId, id, number, source, created);
        CustomerId = customer.Id;
        Contact = new Contact(customer.Name, customer.Phone ?? "", customer.Email);
        Enter(state);
        Describe();
    }

    public int CompanyId { get; private set; }
    public int Id { get; private set; }
    public int Number { get; private set; }
    public Instant Created { get; private set; }
    public OrderSource Source { get; private set; }

    public int StateId { get; private set; }

    /// <summary>That of the state, kept here so that lists need not ask for it.</summary>
    public OrderStatus Status { get; private set; }
    public int CustomerId { get; private set; }

    /// <summary>As the client typed them for this booking.</summary>
    public Contact Contact { get; private set; } = null!;

    /// <summary>Старт and Финиш of the visit's body.</summary>
    public Instant Start { get; private set; }
    public Instant Finish { get; private set; }
    public string Comment { get; private set; } = "";

    /// <summary>Minutes before the start at which the client wants a reminder; null: none.</summary>
    public int? RemindBefore { get; private set; }
    public string? CancelReason { get; private set; }
    public bool WasCancelledByClient { get; private set; }
    public Instant? Closed { get; private set; }

    public Money Sum { get; private set; }
    public Money Paid { get; private set; }

    /// <summary>How much of the works is done, 0 to 1, weighed by time norm.</summary>
    public decimal DoneShare { get; private set; }

    /// <summary>The browser that booked it, or the one request of a program that did; null for staff.</summary>
    public Guid? DeviceId { get; private set; }

    /// <summary>A confirmation repeated with the same key is the same booking; of a program's request it is the digest.</summary>
    public string? IdempotencyKey { get; private set; }

    /// <summary>Moves with every change: two people cannot overwrite each other.</summary>
    public int Revision { get; private set; }

    /// <summary>Lower-case number, names, phone and comment, for the list's search.</summary>
    public string SearchText { get; private set; } = "";

    public IReadOnlyList<WorkLine> Works => works;
    public IReadOnlyList<ResourceLine> Resources => resources;
    public IReadOnlyList<Payment> Payments => payments;

    public TimeRange Body => new(Start, Finish);
    public bool IsClosed => Status is OrderStatus.Completed or OrderStatus.Cancelled;
    public bool OccupiesTime => Status != OrderStatus.Cancelled;
    public bool IsOverdue(Instant now) => !IsClosed && Finish < now;

    /// <summary>Пиктограмма исполнения.</summary>
    public Progress Fulfilment(Instant now) => Progress.Of(DoneShare, IsOverdue(now));

    /// <summary>Пиктограмма оплаты; an order that costs nothing is paid.</summary>
    public Progress Settlement(Instant now) => Progress.Of(
        Sum <= Money.Zero ? 1 : (decimal)Paid.Kopecks / Sum.Kopecks, Status != OrderStatus.Cancelled && Finish < now);

    /// <summary>What the client chose and typed in the cabinet.</summary>
    public void BookedBy(Contact contact, Guid deviceId, string idempotencyKey, string comment, int? remindBefore)
    {
        (Contact, DeviceId, IdempotencyKey, Comment, RemindBefore) = (contact, deviceId, idempotencyKey, comment, remindBefore);
        Describe();
    }

    /// <summary>What staff wrote down for a client, or a program in their place.</summary>
    /// <param name="requestId">Of the program's request that can be repeated, with the digest of what it asked for; null: none.</param>
    public void WrittenFor(Contact contact, string comment, int? remindBefore, Guid? requestId, string? digest)
    {
        (Contact, Comment, RemindBefore, DeviceId, IdempotencyKey) = (contact, comment, remindBefore, requestId, digest);
        Describe();
    }

    /// <summary>The visit: its services one after another on the chosen resource, and what they need besides for the same time.</summary>
    public void Schedule(IReadOnlyCollection<Service> services, Instant start, int resourceId, IEnumerable<int> companionIds)
    {
        var visit = Service.VisitOf(services);
        (Start, Finish) = (start, start + Duration.FromMinutes(visit.Duration));
        works.Clear();
        foreach (var service in services) works.Add(new WorkLine(this, works.Count + 1, service));
        resources.Clear();
        foreach (var id in companionIds.Prepend(resourceId))
            resources.Add(new ResourceLine(this, resources.Count + 1, id, 1, Body, visit.BufferBefore, visit.BufferAfter));
        Calculate();
    }

    /// <summary>To another time, with every line.</summary>
    public void MoveTo(TimeRange body)
    {
        if (body.IsEmpty) throw new ArgumentException("Start must precede finish", nameof(body));
        (Start, Finish) = (body.Start, body.Finish);
        foreach (var line in resources) line.MoveTo(body);
        Revision++;
    }

    /// <summary>To another time on these resources: the first performs, the others are taken along.</summary>
    public void MoveTo(TimeRange body, IReadOnlyList<int> resourceIds)
    {
        var (before, after) = resources.Count > 0 ? (resources[0].BufferBefore, resources[0].BufferAfter) : (0, 0);
        for (var i = 0; i < resourceIds.Count; i++)
        {
            if (i < resources.Count) resources[i].Assign(resourceIds[i]);
            else resources.Add(new ResourceLine(this, i + 1, resourceIds[i], 1, body, before, after));
        }
        resources.RemoveRange(resourceIds.Count, resources.Count - resourceIds.Count);
        MoveTo(body);
    }

    public void WriteComment(string comment)
    {
        Comment = comment;
        Describe();
        Revision++;
    }

    public void RemindAt(int? minutesBefore)
    {
        RemindBefore = minutesBefore;
        Revision++;
    }

    public void Enter(OrderState state, Instant? now = null)
    {
        (StateId, Status) = (state.Id, state.Status);
        if (Status == OrderStatus.Completed) foreach (var line in works) line.Do(line.Quantity);
        if (!IsClosed) (Closed, CancelReason, WasCancelledByClient) = (null, null, false);
        else Closed ??= now;
        Calculate();
        Revision++;
    }

    public void Cancel(OrderState cancelled, string reason, bool byClient, Instant now)
    {
        if (cancelled.Status != OrderStatus.Cancelled) throw new ArgumentException("Not a state of cancelled orders", nameof(cancelled));
        Enter(cancelled, now);
        (CancelReason, WasCancelledByClient) = (reason, byClient);
    }

    /// <summary>Another quantity or discount of a work, or a price of its own; null: the price that it has.</summary>
    public void Agree(int lineNumber, decimal quantity, Money? price, decimal discount)
    {
        works.Single(line => line.Number == lineNumber).Agree(quantity, price, discount);
        Calculate();
        Revision++;
    }

    public void Do(int lineNumber, decimal quantity)
    {
        works.Single(line => line.Number == lineNumber).Do(quantity);
        Calculate();
        Revision++;
    }

    public void Receive(Money sum, Instant at)
    {
        payments.Add(new Payment(this, payments.Count + 1, sum, at));
        Paid += sum;
        Revision++;
    }

    /// <summary>The document stays with its works and sums; of the client nothing does.</summary>
    /// <param name="name">What stands instead of his.</param>
    /// <param name="keepsReason">The reason of a cancellation is one of a list, and no words of anybody's.</param>
    public void Anonymise(string name, bool keepsReason)
    {
        (Contact, Comment, DeviceId, IdempotencyKey, RemindBefore) = (new Contact(name, "", null), "", null, null, null);
        if (!keepsReason) CancelReason = CancelReason is null ? null : "";
        Describe();
        Revision++;
    }

    private void Calculate()
    {
        Sum = works.Aggregate(Money.Zero, (sum, line) => sum + line.Sum);
        var norm = works.Sum(line => line.Quantity * line.Duration);
        DoneShare = norm == 0 ? (Status == OrderStatus.Completed ? 1 : 0) : works.Sum(line => line.DoneQuantity * line.Duration) / norm;
    }

    private void Describe() =>
        SearchText = $"{Number} {Contact.Name} {Contact.Phone.TrimStart('+')} {Comment}".ToLowerInvariant();
}
