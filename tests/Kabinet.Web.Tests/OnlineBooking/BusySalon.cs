using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.Scheduling;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Kabinet.Web.Tests.OnlineBooking;

/// <summary>Days at the salon: clients on two nodes, staff, the owner and the clock, by turns and at random. Whether anything is refused is all the same.</summary>
internal sealed class BusySalon
{
    private readonly Salon salon;
    private readonly IServiceProvider[] nodes;
    private readonly Random chance;
    private readonly Visitor[] visitors = [.. Enumerable.Range(0, 4).Select(_ => Salon.Client())];
    private readonly Dictionary<string, (int Weight, Func<CancellationToken, Task> Run)> steps;

    public BusySalon(Salon salon, IServiceProvider otherNode, int seed)
    {
        (this.salon, nodes, chance) = (salon, [salon.Use<IServiceProvider>(), otherNode], new Random(seed));
        steps = new()
        {
            ["a client books"] = (12, BookAsync),
            ["a client keeps a time"] = (6, HoldAsync),
            ["a client moves a booking"] = (5, MoveAsync),
            ["a client cancels"] = (3, CancelAsync),
            ["staff move an order"] = (4, MoveByStaffAsync),
            ["staff cancel an order, or take it up again"] = (4, CancelByStaffAsync),
            ["somebody takes a day off"] = (2, TakeDayOffAsync),
            ["the hall gets another mat"] = (2, EnlargeHallAsync),
            ["holds expire"] = (3, _ => Wait(TimeSpan.FromMinutes(6))),
            ["a night passes"] = (2, _ => Wait(TimeSpan.FromHours(24))),
        };
    }

    public IEnumerable<string> Steps => steps.Keys;

    /// <summary>Does one thing, and says what.</summary>
    public async Task<string> StepAsync(CancellationToken cancel)
    {
        var luck = chance.Next(steps.Values.Sum(step => step.Weight));
        var (name, (_, run)) = steps.First(step => (luck -= step.Value.Weight) < 0);
        await run(cancel);
        return name;
    }

    private LocalDate Today => salon.Now.InZone(Salon.Zone).Date;

    private T Use<T>() where T : notnull => Any(nodes).GetRequiredService<T>();

    private Task<Outcome<WorkOrder>> BookAsync(CancellationToken cancel)
    {
        var (service, resource) = Wish();
        return Use<BookAppointment>().RunAsync(salon.Company.Id, Salon.Form(service, resource, Start()), Any(visitors), cancel);
    }

    private Task<Outcome<Hold>> HoldAsync(CancellationToken cancel)
    {
        var (service, resource) = Wish();
        return Use<HoldTime>().RunAsync(salon.Company.Id, [service], resource, Start(), null, Any(visitors).DeviceId, cancel);
    }

    private async Task MoveAsync(CancellationToken cancel)
    {
        if (await AnyOrderAsync(cancel) is { } order) await Use<MoveBooking>().RunAsync(salon.Company.Id, order.Id, Start(), Of(order), cancel: cancel);
    }

    private async Task CancelAsync(CancellationToken cancel)
    {
        if (await AnyOrderAsync(cancel) is { } order)
            await Use<CancelBooking>().RunAsync(salon.Company.Id, order.Id, CancelBooking.Reasons[0], Of(order), cancel);
    }

    private async Task MoveByStaffAsync(CancellationToken cancel)
    {
        if (await AnyOrderAsync(cancel) is not { } order) return;
        var form = WorkOrderForm.Of(order, Salon.Zone);
        var start = order.Start + Duration.FromMinutes(chance.Next(-180, 181));
        (form.Start, form.Finish) = (WallTime.Of(start, Salon.Zone), WallTime.Of(start + Duration.FromMinutes(chance.Next(5, 200)), Salon.Zone));
        await salon.ChangeWorkOrder().RunAsync(salon.Olga(), order.Id, form, cancel);
    }

    private async Task CancelByStaffAsync(CancellationToken cancel)
    {
        if (await AnyOrderAsync(cancel) is not { } order) return;
        if (order.Status == OrderStatus.Cancelled) await salon.EnterAsync(order, OrderStatus.Open);
        else await salon.EnterAsync(order, OrderStatus.Cancelled, ChangeOrderState.Reasons[0]);
    }

    private Task<Outcome<int>> TakeDayOffAsync(CancellationToken cancel) => salon.Use<CompanyWork>().ChangeAsync<int>(salon.Company.Id, async (db, company) =>
    {
        var (resource, date) = (Any(salon.Company.Anna, salon.Company.Katya), Today.PlusDays(chance.Next(3)));
        if (await db.ScheduleDeviations.AnyAsync(one => one.ResourceId == resource && one.Date == date, cancel)) return 0;
        db.Add(new ResourceDeviation(company.Id, resource, new ScheduleDeviation(date, [])));
        company.TouchCatalogue();
        return 1;
    }, cancel);

    private Task<Outcome<int>> EnlargeHallAsync(CancellationToken cancel) => salon.Use<CompanyWork>().ChangeAsync<int>(salon.Company.Id, async (db, company) =>
    {
        company.TouchCatalogue();
        return await db.Resources.Where(resource => resource.Id == salon.Company.YogaHall)
            .ExecuteUpdateAsync(set => set.SetProperty(resource => resource.Capacity, resource => resource.Capacity + 1), cancel);
    }, cancel);

    private Task Wait(TimeSpan time)
    {
        salon.Clock.Advance(time);
        return Task.CompletedTask;
    }

    private (int Service, int? Resource) Wish()
    {
        var it = salon.Company;
        return Any<(int, int?)>((it.Haircut, it.Anna), (it.Haircut, null), (it.Colouring, it.Anna), (it.Massage, null), (it.Yoga, it.YogaHall), (it.Stretching, it.YogaHall));
    }

    /// <summary>A quarter of an hour of today or one of the next two days, from ten to seven.</summary>
    private Instant Start() => (Today.PlusDays(chance.Next(3)) + new LocalTime(10, 0)).InZoneStrictly(Salon.Zone).ToInstant() + Duration.FromMinutes(15 * chance.Next(37));

    private async Task<WorkOrder?> AnyOrderAsync(CancellationToken cancel)
    {
        await using var db = salon.Db();
        var orders = await db.WorkOrders.AsNoTracking().OrderByDescending(order => order.Start).ThenBy(order => order.Id).Take(12).ToListAsync(cancel);
        return orders.Count == 0 ? null : Any([.. orders]);
    }

    private static Visitor Of(WorkOrder order) => Salon.Client() with { DeviceId = order.DeviceId!.Value };

    private T Any<T>(params T[] these) => these[chance.Next(these.Length)];
}
