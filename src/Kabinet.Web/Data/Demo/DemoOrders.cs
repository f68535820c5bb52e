using Kabinet.Companies;
using Kabinet.Customers;
using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.Data.Demo;

/// <summary>Makes work orders of the visits: booked some days before, done, paid or not, as the hour is.</summary>
internal sealed class DemoOrders(AppDb db, CompanyCatalogue catalogue, DemoContent content, List<Customer> customers, Random chance, Instant now)
{
    private readonly Dictionary<int, Guid> devices = [];

    private Company Company => catalogue.Company;

    /// <summary>All at once, for speed; that none overlap is for the database to refuse.</summary>
    public async Task AddAsync(IEnumerable<DemoVisit> visits, CancellationToken cancel)
    {
        // Numbers rise with the hour of booking, as they do in life.
        foreach (var (visit, created) in visits.Select(visit => (visit, CreatedFor(visit))).OrderBy(pair => pair.Item2).ToList())
        {
            var order = Book(visit, created);
            db.Add(order);
            if (visit.IsCancelled) continue;
            db.AddRange(order.Resources.Select(line => OccupiedRange.OfOrder(line, line.ResourceId == visit.Resource.Id ? visit.Seat : 1)));
        }
        await db.SaveChangesAsync(cancel);
    }

    private WorkOrder Book(DemoVisit visit, Instant created)
    {
        var customer = customers[chance.Next(customers.Count)];
        var isFromCabinet = chance.NextDouble() < 0.7;
        var comment = chance.NextDouble() < 0.2 ? content.Comments[chance.Next(content.Comments.Count)] : "";
        var order = new WorkOrder(Company.Id, Company.TakeId(), Company.TakeOrderNumber(), isFromCabinet ? OrderSource.Cabinet : OrderSource.Staff, customer, State("Новая"), created);
        if (isFromCabinet) order.BookedBy(order.Contact, DeviceOf(customer, created), $"demo-{order.Number}", comment, chance.NextDouble() < 0.7 ? 120 : null);
        else if (comment.Length > 0) order.WriteComment(comment);
        order.Schedule(visit.Services, visit.Start, visit.Resource.Id, visit.CompanionIds);
        Live(order, visit.IsCancelled);
        return order;
    }

    /// <summary>What has become of it by now.</summary>
    private void Live(WorkOrder order, bool isCancelled)
    {
        var luck = chance.NextDouble();
        if (isCancelled) order.Cancel(State("Отменён"), content.Reasons[chance.Next(content.Reasons.Count)], byClient: luck < 0.7, Earlier(order));
        else if (order.Start > now) Prepare(order, luck);
        else if (order.Finish > now) order.Enter(State("В работе"));
        else if (luck < 0.15 && order.Finish > now - Duration.FromDays(3)) Forget(order);
        else Complete(order, luck);
    }

    private void Prepare(WorkOrder order, double luck)
    {
        if (luck < 0.6) order.Enter(State("Подтверждена"));
        if (luck < 0.12 && order.Sum > Money.Rubles(500)) order.Receive(Money.Rubles(500), Earlier(order));
    }

    /// <summary>Overdue: somebody did not close it.</summary>
    private void Forget(WorkOrder order)
    {
        order.Enter(State("В работе"));
        if (order.Works.Count > 1) order.Do(1, 1);
    }

    private void Complete(WorkOrder order, double luck)
    {
        order.Enter(State("Выполнен"), order.Finish);
        var paid = luck < 0.82 ? order.Sum : luck < 0.9 ? new Money(order.Sum.Kopecks / 2 / 100_00 * 100_00) : Money.Zero;
        if (paid > Money.Zero) order.Receive(paid, order.Finish);
    }

    private Instant CreatedFor(DemoVisit visit)
    {
        var latest = Instant.Min(visit.Start - Duration.FromHours(2), now);
        return latest - Duration.FromMinutes(chance.Next(5, visit.Start > now ? 3 * 24 * 60 : 8 * 24 * 60));
    }

    private Instant Earlier(WorkOrder order) => order.Created + (Instant.Min(order.Start, now) - order.Created) / 2;

    /// <summary>The customer's browser, with his consent the first time.</summary>
    private Guid DeviceOf(Customer customer, Instant at)
    {
        if (devices.TryGetValue(customer.Id, out var device)) return device;
        var bytes = new byte[32];
        chance.NextBytes(bytes);
        device = devices[customer.Id] = new Guid(bytes.AsSpan(0, 16));
        db.Add(new Consent(Company.Id, new Guid(bytes.AsSpan(16, 16)), customer.Id, ConsentKind.PersonalData, 1, device, "192.0.2.10", at));
        return device;
    }

    private OrderState State(string name) => catalogue.States.First(state => state.Name == name);
}
