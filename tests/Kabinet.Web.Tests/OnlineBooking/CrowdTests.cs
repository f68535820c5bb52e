using Kabinet.OnlineBooking;
using Kabinet.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kabinet.Web.Tests.OnlineBooking;

/// <summary>Sixty-four clients at once on two nodes over one database, all after the same three days.</summary>
public class CrowdTests(PostgresCluster postgres)
{
    private const int Clients = 64, Requests = 8;

    [Theory(Timeout = 240_000), OnBothDatabases]
    public async Task A_crowd_never_double_books_and_every_answer_is_true(Store store)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var salon = await Salon.OpenAsync(store, postgres);
        await using var otherNode = Salon.Node(salon.Database.Choice, salon.Clock);
        var clients = Enumerable.Range(0, Clients).Select(number => new CrowdClient(number, salon, number % 2 == 0 ? salon.Use<IServiceProvider>() : otherNode)).ToList();

        await Task.WhenAll(clients.Select(client => Task.Run(() => client.RunAsync(Requests, cancel), cancel)));

        await using var db = salon.Db();
        Assert.Empty(await WorkOrders.OccupiedTime.FaultsAsync(db, cancel));
        var orders = await db.WorkOrders.AsNoTracking().Include(order => order.Resources).ToDictionaryAsync(order => order.Id, cancel);
        var answered = clients.SelectMany(client => client.Bookings.Values).ToList();
        Assert.Equal(orders.Count, answered.Count);
        Assert.All(answered, told =>
        {
            var order = orders[told.Id];
            Assert.Equal((told.Start, told.Finish, told.Status), (order.Start, order.Finish, order.Status));
            Assert.Equal(told.Resources.Select(line => line.ResourceId), order.Resources.OrderBy(line => line.Number).Select(line => line.ResourceId));
        });

        var everTaken = clients.SelectMany(client => client.Taken).ToList();
        var refused = clients.SelectMany(client => client.Refused).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, asked => Assert.True(
            everTaken.Count(taken => taken.ResourceId == asked.ResourceId && taken.Range.Overlaps(asked.Range)) >= asked.Capacity,
            $"refused, though never taken: {asked}"));
    }
}

/// <summary>A client who holds, books, moves and cancels at random, and writes down what she was told.</summary>
internal sealed class CrowdClient(int number, Salon salon, IServiceProvider node)
{
    private readonly Visitor visitor = Salon.Client();
    private readonly Random chance = new(number);

    /// <summary>Her bookings as last told.</summary>
    public Dictionary<int, Kabinet.WorkOrders.WorkOrder> Bookings { get; } = [];

    /// <summary>All time that she ever had, by bookings and holds.</summary>
    public List<(int ResourceId, TimeRange Range)> Taken { get; } = [];

    /// <summary>What she asked for and was told is taken.</summary>
    public List<(int ResourceId, int Capacity, TimeRange Range)> Refused { get; } = [];

    public async Task RunAsync(int requests, CancellationToken cancel)
    {
        for (var i = 0; i < requests; i++)
        {
            var mine = Bookings.Values.Where(order => !order.IsClosed).ToList();
            var luck = mine.Count == 0 ? chance.NextDouble() * 0.6 : chance.NextDouble();
            if (luck < 0.15) await HoldAsync(cancel);
            else if (luck < 0.6) await BookAsync(cancel);
            else if (luck < 0.85) await MoveAsync(mine[chance.Next(mine.Count)], cancel);
            else await CancelAsync(mine[chance.Next(mine.Count)], cancel);
        }
    }

    private async Task HoldAsync(CancellationToken cancel)
    {
        var wish = Wish();
        var answer = await node.GetRequiredService<HoldTime>().RunAsync(salon.Company.Id, [wish.Service], wish.Resource, wish.Start, null, visitor.DeviceId, cancel);
        if (answer.IsRefused) WriteDown(answer.Refusals, wish.Resource, wish.Range);
        else AddTaken(wish.NeedsRoom ? [answer.Value.ResourceId, salon.Company.Room] : [answer.Value.ResourceId], wish.Range);
    }

    private async Task BookAsync(CancellationToken cancel)
    {
        var wish = Wish();
        var form = Salon.Form(wish.Service, wish.Resource, wish.Start, $"+7916{1000000 + number}", $"Клиент {number}");
        var answer = await node.GetRequiredService<BookAppointment>().RunAsync(salon.Company.Id, form, visitor, cancel);
        if (answer.IsRefused) WriteDown(answer.Refusals, wish.Resource, wish.Range);
        else WriteDown(answer.Value);
    }

    private async Task MoveAsync(Kabinet.WorkOrders.WorkOrder order, CancellationToken cancel)
    {
        var start = Start();
        var line = order.Resources[0];
        var answer = await node.GetRequiredService<MoveBooking>().RunAsync(salon.Company.Id, order.Id, start, visitor, cancel: cancel);
        if (answer.IsRefused) WriteDown(answer.Refusals, line.ResourceId, new TimeRange(start, start + order.Body.Length).WithBuffers(line.BufferBefore, line.BufferAfter));
        else WriteDown(answer.Value);
    }

    private async Task CancelAsync(Kabinet.WorkOrders.WorkOrder order, CancellationToken cancel) =>
        Bookings[order.Id] = (await node.GetRequiredService<CancelBooking>().RunAsync(salon.Company.Id, order.Id, CancelBooking.Reasons[0], visitor, cancel)).Value;

    /// <summary>Overlapping but unequal: lengths of 45 to 125 minutes at every quarter of an hour, from eleven to seven.</summary>
    private (int Service, int? Resource, NodaTime.Instant Start, TimeRange Range, bool NeedsRoom) Wish()
    {
        var it = salon.Company;
        (int Service, int? Resource, int Minutes, int Before, int After)[] wishes =
        [
            (it.Haircut, it.Anna, 60, 0, 0), (it.Haircut, null, 60, 0, 0), (it.Colouring, it.Anna, 90, 15, 20), (it.Massage, it.Anna, 60, 0, 10),
            (it.Massage, it.Katya, 60, 0, 10), (it.Yoga, it.YogaHall, 60, 0, 0), (it.Stretching, it.YogaHall, 45, 0, 0), (it.Yoga, it.YogaHall, 60, 0, 0),
        ];
        var wish = wishes[chance.Next(wishes.Length)];
        var start = Start();
        return (wish.Service, wish.Resource, start, new TimeRange(start, start + NodaTime.Duration.FromMinutes(wish.Minutes)).WithBuffers(wish.Before, wish.After), wish.Service == it.Massage);
    }

    private NodaTime.Instant Start() => Salon.At("11:00", chance.Next(3)) + NodaTime.Duration.FromMinutes(15 * chance.Next(33));

    private void WriteDown(Kabinet.WorkOrders.WorkOrder order)
    {
        Bookings[order.Id] = order;
        foreach (var line in order.Resources) Taken.Add((line.ResourceId, line.Occupied));
    }

    private void WriteDown(IReadOnlyList<Refusal> refusals, int? resource, TimeRange range)
    {
        var it = salon.Company;
        var reason = Assert.Single(refusals).Reason;
        Assert.Contains(reason, (RefusalReason[])[RefusalReason.TimeTaken, RefusalReason.CompanionTaken, RefusalReason.NotWorking]);
        if (reason == RefusalReason.CompanionTaken) Refused.Add((it.Room, 1, range));
        if (reason != RefusalReason.TimeTaken) return;
        foreach (var id in resource is { } one ? [one] : (int[])[it.Anna, it.Katya]) Refused.Add((id, id == it.YogaHall ? 3 : 1, range));
    }

    private void AddTaken(IEnumerable<int> resources, TimeRange range)
    {
        foreach (var resource in resources) Taken.Add((resource, range));
    }
}
