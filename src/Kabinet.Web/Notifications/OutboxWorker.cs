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

    /// <summary>So long a client's address is kept after his data were deleted, to tell him.</summary>
    public static readonly Duration FarewellTime = Duration.FromDays(3);

    private const int AtOnce = 8;
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

    /// <summary>
    /// Everything that is due now and nobody else has claimed. What has come to its end is noted in the transaction that claims what takes its
    /// place: a slow message keeps no other waiting, and many cost few commits.
    /// </summary>
    internal async Task SendDueAsync(CancellationToken cancel)
    {
        List<Task<Ending?>> sending = [];
        IReadOnlyList<Ending> ended = [];
        do
        {
            // What is out is noted even while the application stops, or it would go out twice.
            var places = cancel.IsCancellationRequested ? 0 : AtOnce - sending.Count;
            foreach (var message in await NoteAndClaimAsync(ended, places)) sending.Add(SendAsync(message, cancel));
            if (sending.Count > 0) await Task.WhenAny(sending);
            ended = [.. sending.Where(one => one.IsCompleted).Select(one => one.Result).OfType<Ending>()];
            sending.RemoveAll(one => one.IsCompleted);
        }
        while (sending.Count > 0 || ended.Count > 0);
        cancel.ThrowIfCancellationRequested();
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

    /// <returns>Null: the application stops, and the message is another's when the claim expires.</returns>
    private async Task<Ending?> SendAsync(OutboxMessage message, CancellationToken cancel)
    {
        try
        {
            cancel.ThrowIfCancellationRequested();
            if (await HasLostItsPointAsync(message, cancel)) return new Ending(message, message.Withdraw);
            using var limit = new CancellationTokenSource(SendTime.ToTimeSpan(), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
            // Waited for no longer even where the sender does not heed its token.
            await sender.SendAsync(message, either.Token).WaitAsync(either.Token);
            return new Ending(message, message.MarkSent);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            log.LogWarning(exception, "Message {Id} of company {Company} could not be sent", message.Id, message.CompanyId);
            return new Ending(message, now => message.Fail(exception.Message, now));
        }
    }

    /// <returns>Up to <paramref name="places"/> messages that are this node's to send now.</returns>
    private async Task<IReadOnlyList<OutboxMessage>> NoteAndClaimAsync(IReadOnlyList<Ending> ended, int places)
    {
        if (ended.Count == 0 && places == 0) return [];
        var now = clock.GetCurrentInstant();
        using var gate = await databases.EnterWriteGateAsync(CancellationToken.None);
        await using var db = databases.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var (message, note) in ended)
        {
            db.Attach(message);
            note(now);
        }
        await db.SaveChangesAsync();
        var claimed = await ClaimAsync(db, places, now);
        await transaction.CommitAsync();
        return claimed;
    }

    /// <summary>Those that others are claiming at this moment are passed over.</summary>
    private async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(AppDb db, int places, Instant now)
    {
        var due = databases.IsPostgres
            ? db.OutboxMessages.FromSql($"SELECT * FROM outbox_messages WHERE sent IS NULL AND withdrawn IS NULL AND due <= {now} AND (claimed_until IS NULL OR claimed_until <= {now}) ORDER BY due LIMIT {places} FOR UPDATE SKIP LOCKED")
            : db.OutboxMessages.Where(message => message.Sent == null && message.Withdrawn == null && message.Due <= now && (message.ClaimedUntil == null || message.ClaimedUntil <= now))
                .OrderBy(message => message.Due).Take(places);
        var claimed = await due.IgnoreQueryFilters([AppDb.OfCompany]).ToListAsync();
        foreach (var message in claimed) message.Claim(now + ClaimTime);
        await db.SaveChangesAsync();
        return claimed;
    }

    /// <summary>A code that no longer opens anything, a reminder of a visit that has begun: sent late, after an outage, they would only confuse.</summary>
    private async Task<bool> HasLostItsPointAsync(OutboxMessage message, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        if (message.Kind == MessageKind.SignInCode) return now >= message.Created + SignInCode.Lifetime;
        // Who was forgotten is not remembered for the sake of telling him so.
        if (message.Kind == MessageKind.DataDeleted) return now >= message.Created + FarewellTime;
        if (message.Kind != MessageKind.Reminder) return false;
        await using var db = databases.Open(message.CompanyId);
        return await db.WorkOrders.AnyAsync(order => order.Id == message.WorkOrderId && order.Start <= now, cancel);
    }

    /// <summary>How it ended with a message, to be written down.</summary>
    private sealed record Ending(OutboxMessage Message, Action<Instant> Note);
}
