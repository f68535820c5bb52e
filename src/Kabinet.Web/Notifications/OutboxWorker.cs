using System.Threading.Channels;
using Kabinet.Customers;
using Kabinet.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Notifications;

/// <summary>
/// Sends what is due, of every company: at once after a commit on this node that wrote messages, every few seconds otherwise. A message is
/// claimed before it is sent, so that of several nodes one sends it; a node that dies with a claim loses it to another when it expires.
/// </summary>
public sealed class OutboxWorker(
    Databases databases, CompanyChanges changes, IMessageSender sender, IClock clock, TimeProvider time, ILogger<OutboxWorker> log) : BackgroundService
{
    /// <summary>How long one attempt may take, and how long the message is nobody else's: longer, so that two never send at once.</summary>
    public static readonly Duration SendTime = Duration.FromSeconds(30), ClaimTime = Duration.FromMinutes(1);

    private const int Batch = 50, AtOnce = 4;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    // Rung by commits and by the timer; rung twice before anybody looked is rung once.
    private readonly Channel<bool> bell = System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        changes.MessagesWritten += Ring;
        await using var timer = time.CreateTimer(_ => Ring(), null, TimeSpan.Zero, Between);
        try
        {
            await foreach (var _ in bell.Reader.ReadAllAsync(stoppingToken)) await TrySendDueAsync(stoppingToken);
        }
        finally
        {
            changes.MessagesWritten -= Ring;
        }
    }

    /// <summary>Everything that is due now and nobody else has claimed.</summary>
    internal async Task SendDueAsync(CancellationToken cancel)
    {
        while (await DueAsync(cancel) is { Count: > 0 } due)
        {
            var sent = 0;
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (message, _) =>
            {
                if (!await ClaimAsync(message, cancel)) return;
                Interlocked.Increment(ref sent);
                await SendAsync(message, cancel);
            });
            if (sent == 0) return;
        }
    }

    private void Ring() => bell.Writer.TryWrite(true);

    private async Task TrySendDueAsync(CancellationToken cancel)
    {
        try
        {
            await SendDueAsync(cancel);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            log.LogError(exception, "The outbox could not be worked through; tried again in {Seconds} seconds", Between.TotalSeconds);
        }
    }

    private async Task SendAsync(OutboxMessage message, CancellationToken cancel)
    {
        if (await HasLostItsPointAsync(message, cancel))
        {
            await NoteAsync(message, (noted, now) => noted.Withdraw(now), cancel);
            return;
        }
        try
        {
            using var limit = new CancellationTokenSource(SendTime.ToTimeSpan(), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
            // Waited for no longer even where the sender does not heed its token.
            await sender.SendAsync(message, either.Token).WaitAsync(either.Token);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            log.LogWarning(exception, "Message {Id} of company {Company} could not be sent", message.Id, message.CompanyId);
            await NoteAsync(message, (noted, now) => noted.Fail(exception.Message, now), cancel);
            return;
        }
        // It is out: that is noted even while the application stops, or it would go out twice.
        await NoteAsync(message, (noted, now) => noted.MarkSent(now), CancellationToken.None);
    }

    private async Task<List<OutboxMessage>> DueAsync(CancellationToken cancel)
    {
        await using var db = databases.Open();
        return await Due(db, clock.GetCurrentInstant()).AsNoTracking().OrderBy(message => message.Due).Take(Batch).ToListAsync(cancel);
    }

    /// <summary>One statement that only one node's can fulfil.</summary>
    private async Task<bool> ClaimAsync(OutboxMessage message, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        using var gate = await databases.EnterWriteGateAsync(cancel);
        await using var db = databases.Open();
        return await Due(db, now).Where(one => one.CompanyId == message.CompanyId && one.Id == message.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ClaimedUntil, now + ClaimTime), cancel) == 1;
    }

    private static IQueryable<OutboxMessage> Due(AppDb db, Instant now) => db.OutboxMessages.IgnoreQueryFilters([AppDb.OfCompany])
        .Where(message => message.Sent == null && message.Withdrawn == null && message.Due <= now
            && (message.ClaimedUntil == null || message.ClaimedUntil <= now));

    /// <summary>A code that no longer opens anything, a reminder of a visit that has begun: sent late, after an outage, they would only confuse.</summary>
    private async Task<bool> HasLostItsPointAsync(OutboxMessage message, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        if (message.Kind == MessageKind.SignInCode) return now >= message.Created + SignInCode.Lifetime;
        if (message.Kind != MessageKind.Reminder) return false;
        await using var db = databases.Open(message.CompanyId);
        return await db.WorkOrders.AnyAsync(order => order.Id == message.WorkOrderId && order.Start <= now, cancel);
    }

    private async Task NoteAsync(OutboxMessage message, Action<OutboxMessage, Instant> note, CancellationToken cancel)
    {
        using var gate = await databases.EnterWriteGateAsync(cancel);
        await using var db = databases.Open(message.CompanyId);
        var noted = await db.OutboxMessages.SingleAsync(one => one.Id == message.Id, cancel);
        note(noted, clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancel);
    }
}
