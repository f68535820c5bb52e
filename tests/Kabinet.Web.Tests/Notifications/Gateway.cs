using System.Threading.Channels;
using Kabinet.Notifications;

namespace Kabinet.Web.Tests.Notifications;

/// <summary>The outside world's end of the outbox: what arrived, and how it misbehaves.</summary>
internal sealed class Gateway : IMessageSender
{
    private readonly Channel<OutboxMessage> arrived = System.Threading.Channels.Channel.CreateUnbounded<OutboxMessage>();
    private readonly List<OutboxMessage> all = [];

    /// <summary>Runs before a message is taken; what it throws is the gateway's refusal.</summary>
    public Func<OutboxMessage, Task> Behaviour { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<OutboxMessage> All
    {
        get
        {
            lock (all) return [.. all];
        }
    }

    public async Task SendAsync(OutboxMessage message, CancellationToken cancel)
    {
        await Behaviour(message);
        lock (all) all.Add(message);
        await arrived.Writer.WriteAsync(message, cancel);
    }

    public ValueTask<OutboxMessage> NextAsync(CancellationToken cancel) => arrived.Reader.ReadAsync(cancel);
}
