namespace Kabinet.Notifications;

/// <summary>The way out of the house: a text-message gateway, a mail server. Whatever it throws means that the message did not go out.</summary>
public interface IMessageSender
{
    /// <summary>May be called again with a message that went out when a node died before it could note that.</summary>
    Task SendAsync(OutboxMessage message, CancellationToken cancel);
}

/// <summary>The embedded default, until a gateway is set up: messages are written to the log, with the codes for signing in.</summary>
public sealed class LogSender(ILogger<LogSender> log) : IMessageSender
{
    public Task SendAsync(OutboxMessage message, CancellationToken cancel)
    {
        log.LogInformation("{Channel} to {Recipient}: {Text}", message.Channel, message.Recipient, message.Text);
        return Task.CompletedTask;
    }
}
