using Kabinet.Data;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Notifications;

/// <summary>The way out of the house: a text-message gateway, a mail server. Whatever it throws means that the message did not go out.</summary>
public interface IMessageSender
{
    /// <summary>May be called again with a message that went out when a node died before it could note that.</summary>
    Task SendAsync(OutboxMessage message, CancellationToken cancel);
}

/// <summary>E-mail by the mail server, in the company's name; whatever has no way out of the house is written to the log, with the codes for signing in.</summary>
public sealed class MessageSender(Databases databases, Mailer mailer, ILogger<MessageSender> log) : IMessageSender
{
    public async Task SendAsync(OutboxMessage message, CancellationToken cancel)
    {
        if (message.Channel == Channel.Email && mailer.IsSetUp)
        {
            var company = await NameAsync(message.CompanyId, cancel);
            await mailer.SendAsync(new Letter(message.Recipient, company, message.Text, company), cancel);
        }
        else
        {
            log.LogInformation("{Channel} to {Recipient}: {Text}", message.Channel, message.Recipient, message.Text);
        }
    }

    private async Task<string> NameAsync(int companyId, CancellationToken cancel)
    {
        await using var db = databases.Open(companyId);
        return await db.Companies.Where(company => company.Id == companyId).Select(company => company.Name).SingleAsync(cancel);
    }
}
