using Kabinet.Notifications;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.WorkOrders;

public class ChangeOrderStateTests(PostgresCluster postgres)
{
    private static readonly string Reason = ChangeOrderState.Reasons[0];

    [Theory, OnBothDatabases]
    public async Task A_completed_order_is_done_closed_and_still_holds_its_time(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var order = await BookAsync(salon);

        Assert.False((await salon.EnterAsync(order, OrderStatus.Completed)).IsRefused);

        var saved = await salon.ReadAsync(order.Id);
        Assert.Equal((OrderStatus.Completed, 1m, salon.Now), (saved.Status, saved.DoneShare, saved.Closed));
        Assert.Equal(RefusalReason.TimeTaken, (await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00")).Refusals[0].Reason);
        Assert.Empty(await PendingRemindersAsync(salon, order));
    }

    [Theory, OnBothDatabases]
    public async Task Cancelling_asks_for_a_known_reason_frees_the_time_and_tells_the_client(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var order = await BookAsync(salon);

        foreach (var wrong in new[] { null, "", "Просто так" })
            Assert.Equal((RefusalReason.ReasonMissing, "reason"), RefusalOf(await salon.EnterAsync(order, OrderStatus.Cancelled, wrong)));
        Assert.False((await salon.EnterAsync(order, OrderStatus.Cancelled, Reason)).IsRefused);

        var saved = await salon.ReadAsync(order.Id);
        Assert.Equal((OrderStatus.Cancelled, Reason, false), (saved.Status, saved.CancelReason, saved.WasCancelledByClient));
        Assert.False((await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00")).IsRefused);
        Assert.Empty(await PendingRemindersAsync(salon, order));
        Assert.Single(await MessagesAsync(salon, order, MessageKind.BookingCancelled));
    }

    [Theory, OnBothDatabases]
    public async Task Back_from_cancelled_it_takes_its_time_again(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var order = await BookAsync(salon);
        await salon.EnterAsync(order, OrderStatus.Cancelled, Reason);

        Assert.False((await salon.EnterAsync(order, OrderStatus.Open)).IsRefused);

        var saved = await salon.ReadAsync(order.Id);
        Assert.Equal((OrderStatus.Open, null, null), (saved.Status, saved.CancelReason, saved.Closed));
        Assert.Equal(RefusalReason.TimeTaken, (await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00")).Refusals[0].Reason);
        Assert.Single(await PendingRemindersAsync(salon, order));
        Assert.Equal(2, (await MessagesAsync(salon, order, MessageKind.BookingMade)).Count);
    }

    [Theory, OnBothDatabases]
    public async Task Back_from_cancelled_it_may_find_its_time_taken(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var order = await BookAsync(salon);
        await salon.EnterAsync(order, OrderStatus.Cancelled, Reason);
        await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:30");

        Assert.Equal((RefusalReason.TimeTaken, "start"), RefusalOf(await salon.EnterAsync(order, OrderStatus.Open)));

        Assert.Equal(OrderStatus.Cancelled, (await salon.ReadAsync(order.Id)).Status);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_over_is_cancelled_without_a_message(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var order = await BookAsync(salon);
        salon.Clock.Advance(TimeSpan.FromDays(1));

        Assert.False((await salon.EnterAsync(order, OrderStatus.Cancelled, Reason)).IsRefused);

        Assert.Empty(await MessagesAsync(salon, order, MessageKind.BookingCancelled));
    }

    [Theory, OnBothDatabases]
    public async Task A_state_is_changed_once_of_two_at_the_same_time(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var order = await BookAsync(salon);
        var inProgress = await salon.StateAsync(OrderStatus.InProgress);
        var revision = (await salon.ReadAsync(order.Id)).Revision;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            salon.ChangeOrderState().RunAsync(salon.Olga(), order.Id, revision, inProgress, null, TestContext.Current.CancellationToken)));

        Assert.Equal(RefusalReason.ChangedMeanwhile, Assert.Single(outcomes.SelectMany(outcome => outcome.Refusals)).Reason);
    }

    private static async Task<WorkOrder> BookAsync(Salon salon) =>
        (await salon.BookAsync(Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("12:00")) with { RemindBefore = 60 })).Value;

    private static (RefusalReason, string) RefusalOf(Outcome<WorkOrder> outcome) => (Assert.Single(outcome.Refusals).Reason, outcome.Refusals[0].Field);

    private static async Task<List<OutboxMessage>> PendingRemindersAsync(Salon salon, WorkOrder order) =>
        [.. (await MessagesAsync(salon, order, MessageKind.Reminder)).Where(message => message.IsPending)];

    private static async Task<List<OutboxMessage>> MessagesAsync(Salon salon, WorkOrder order, MessageKind kind)
    {
        await using var db = salon.Db();
        return await db.OutboxMessages.Where(message => message.WorkOrderId == order.Id && message.Kind == kind).ToListAsync();
    }
}
