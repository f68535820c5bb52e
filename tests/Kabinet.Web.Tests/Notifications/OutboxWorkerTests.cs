using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Notifications;

public class OutboxWorkerTests(PostgresCluster postgres)
{
    private readonly Gateway gateway = new();

    [Theory, OnBothDatabases]
    public async Task A_confirmation_goes_out_at_once_and_the_reminder_when_it_is_due(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        using var worker = Worker(salon);
        await worker.StartAsync(Cancel);

        await salon.BookAsync(Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("12:00")) with { RemindBefore = 60 });

        Assert.Equal(MessageKind.BookingMade, (await gateway.NextAsync(Cancel)).Kind);
        salon.Clock.SetUtcNow(Salon.At("11:00").ToDateTimeOffset());
        var reminder = await gateway.NextAsync(Cancel);
        Assert.Equal((MessageKind.Reminder, "+79161234567"), (reminder.Kind, reminder.Recipient));
        await worker.StopAsync(Cancel);
        Assert.All(await MessagesAsync(salon), message => Assert.NotNull(message.Sent));
    }

    [Theory, OnBothDatabases]
    public async Task A_sign_in_code_goes_out_at_once_but_not_when_it_no_longer_opens_anything(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        using var worker = Worker(salon);
        var request = salon.Use<RequestCode>();
        await request.RunAsync(salon.Company.Id, "+79161234567", Salon.Client(), cancel: Cancel);
        salon.Clock.Advance(SignInCode.Lifetime.ToTimeSpan());

        // Before the start: a worker that is stopped may leave the old code for the next one to withdraw.
        await worker.SendDueAsync(Cancel);
        await worker.StartAsync(Cancel);
        await request.RunAsync(salon.Company.Id, "+79161234567", Salon.Client(), cancel: Cancel);

        Assert.Equal(salon.Now, (await gateway.NextAsync(Cancel)).Created);
        await worker.StopAsync(Cancel);
        var messages = await MessagesAsync(salon);
        Assert.Equal([false, true], messages.OrderBy(message => message.Created).Select(message => message.Sent is not null));
        Assert.NotNull(messages.MinBy(message => message.Created)!.Withdrawn);
    }

    [Theory, OnBothDatabases]
    public async Task What_fails_is_tried_again_later_and_later_and_does_not_stop_the_others(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        using var worker = Worker(salon);
        gateway.Behaviour = message => message.Recipient == "+79161234567" ? throw new InvalidOperationException("Нет денег на счёте") : Task.CompletedTask;
        await salon.BookAsync(Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("12:00")));
        await salon.BookAsync(Salon.Form(salon.Company.Haircut, salon.Company.Katya, Salon.At("12:00"), "+79161234568"));
        List<Duration> waits = [];
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            await worker.SendDueAsync(Cancel);
            var failing = Assert.Single(await MessagesAsync(salon), message => message.Sent is null);
            Assert.Equal((attempt, "Нет денег на счёте", null), (failing.Attempts, failing.LastError, failing.ClaimedUntil));
            waits.Add(failing.Due - salon.Now);
            salon.Clock.SetUtcNow(failing.Due.ToDateTimeOffset());
        }

        gateway.Behaviour = _ => Task.CompletedTask;
        await worker.SendDueAsync(Cancel);

        Assert.Equal([1.0, 2, 4, 8], waits.Select(wait => wait.TotalMinutes));
        Assert.Equal(["+79161234568", "+79161234567"], gateway.All.Select(message => message.Recipient));
        Assert.All(await MessagesAsync(salon), message => Assert.NotNull(message.Sent));
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_nodes_one_sends_a_message(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await using var otherNode = Salon.Node(salon.Database.Choice, salon.Clock);
        using var here = Worker(salon);
        using var there = Worker(otherNode, salon);
        await AddAsync(salon, 60);

        await Task.WhenAll(Task.Run(() => here.SendDueAsync(Cancel), Cancel), Task.Run(() => there.SendDueAsync(Cancel), Cancel));

        Assert.Equal(60, gateway.All.Count);
        Assert.Equal(60, gateway.All.DistinctBy(message => message.Id).Count());
        Assert.All(await MessagesAsync(salon), message => Assert.NotNull(message.Sent));
    }

    [Theory, OnBothDatabases]
    public async Task The_claim_of_a_node_that_died_is_anothers_when_it_expires(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        using var worker = Worker(salon);
        await AddAsync(salon, 1);
        await using (var db = salon.Db())
        {
            (await db.OutboxMessages.SingleAsync(Cancel)).Claim(salon.Now + OutboxWorker.ClaimTime);
            await db.SaveChangesAsync(Cancel);
        }

        await worker.SendDueAsync(Cancel);
        Assert.Empty(gateway.All);
        salon.Clock.Advance(OutboxWorker.ClaimTime.ToTimeSpan());
        await worker.SendDueAsync(Cancel);

        Assert.Single(gateway.All);
    }

    [Theory, OnBothDatabases]
    public async Task A_sender_that_never_answers_is_given_up_in_time(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        using var worker = Worker(salon);
        await AddAsync(salon, 1);
        var isAsked = new TaskCompletionSource();
        gateway.Behaviour = _ =>
        {
            isAsked.SetResult();
            return new TaskCompletionSource().Task;
        };

        var sending = worker.SendDueAsync(Cancel);
        await isAsked.Task;
        salon.Clock.Advance(OutboxWorker.SendTime.ToTimeSpan());
        await sending;

        Assert.Equal((1, null), (Assert.Single(await MessagesAsync(salon)).Attempts, (await MessagesAsync(salon))[0].Sent));
    }

    [Theory, OnBothDatabases]
    public async Task A_slow_message_keeps_no_other_waiting(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        using var worker = Worker(salon);
        await AddAsync(salon, 60);
        var answer = new TaskCompletionSource();
        gateway.Behaviour = message => message.Recipient == "+79161234000" ? answer.Task : Task.CompletedTask;

        var sending = worker.SendDueAsync(Cancel);
        for (var count = 0; count < 59; count++) await gateway.NextAsync(Cancel);
        // The last to be answered for are noted without anybody waiting for it here.
        while ((await MessagesAsync(salon)).Count(message => message.Sent is not null) < 59) await Task.Yield();
        Assert.False(sending.IsCompleted);
        answer.SetResult();
        await sending;

        Assert.All(await MessagesAsync(salon), message => Assert.NotNull(message.Sent));
        Assert.Equal(60, gateway.All.Count);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_out_is_noted_even_while_the_application_stops(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        using var worker = Worker(salon);
        await AddAsync(salon, 60);
        using var stopping = new CancellationTokenSource();
        gateway.Behaviour = async message =>
        {
            if (message.Recipient != "+79161234003") return;
            await stopping.CancelAsync();
            await new TaskCompletionSource().Task;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker.SendDueAsync(stopping.Token));

        var sent = (await MessagesAsync(salon)).Where(message => message.Sent is not null).Select(message => message.Id);
        Assert.Equal(gateway.All.Select(message => message.Id).Order(), sent.Order());
        Assert.InRange(gateway.All.Count, 1, 59);
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_sent_of_a_visit_that_was_cancelled_or_has_begun(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        using var worker = Worker(salon);
        var maria = Salon.Client();
        var cancelled = await salon.BookAsync(Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("12:00")) with { RemindBefore = 60 }, maria);
        await salon.BookAsync(Salon.Form(salon.Company.Haircut, salon.Company.Katya, Salon.At("12:00")) with { RemindBefore = 60 }, maria);
        await salon.CancelAsync(cancelled.Value, maria);

        // The application was off until noon.
        salon.Clock.SetUtcNow(Salon.At("12:00").ToDateTimeOffset());
        await worker.SendDueAsync(Cancel);

        Assert.DoesNotContain(gateway.All, message => message.Kind == MessageKind.Reminder);
        Assert.Equal(3, gateway.All.Count);
        Assert.All(await MessagesAsync(salon), message => Assert.False(message.IsPending));
    }

    private OutboxWorker Worker(Salon salon) => Worker(salon.Use<IServiceProvider>(), salon);

    private OutboxWorker Worker(IServiceProvider node, Salon salon) => new(
        node.GetRequiredService<Databases>(), node.GetRequiredService<CompanyChanges>(), gateway, node.GetRequiredService<IClock>(), salon.Clock, NullLogger<OutboxWorker>.Instance);

    private static async Task AddAsync(Salon salon, int count)
    {
        await using var db = salon.Db();
        for (var i = 0; i < count; i++)
            db.Add(new OutboxMessage(salon.Company.Id, MessageKind.StaffNotice, Channel.Sms, $"+7916{1234000 + i}", "Новая запись", salon.Now, salon.Now));
        await db.SaveChangesAsync(Cancel);
    }

    private static async Task<List<OutboxMessage>> MessagesAsync(Salon salon)
    {
        await using var db = salon.Db();
        return await db.OutboxMessages.AsNoTracking().ToListAsync(Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
