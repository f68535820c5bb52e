using MailKit.Net.Smtp;
using MimeKit;
using NodaTime;

namespace Kabinet.Notifications;

/// <summary>A letter in plain text.</summary>
/// <param name="From">Whose name stands before the installation's address; null: the address alone.</param>
public sealed record Letter(string To, string Subject, string Text, string? From = null);

/// <summary>Sends e-mail by the installation's mail server (RFC 5321), a connection for each letter: they are few, and none waits for another.</summary>
/// <param name="server">Null: none is set up.</param>
public sealed class Mailer(MailServer? server, IClock clock)
{
    public bool IsSetUp => server is not null;

    /// <exception cref="InvalidOperationException">No mail server is set up.</exception>
    /// <exception cref="Exception">Whatever kept the letter from going out, in the words of the server or of the network.</exception>
    public async Task SendAsync(Letter letter, CancellationToken cancel)
    {
        if (server is null) throw new InvalidOperationException("No mail server is set up");
        using var message = Message(letter, server);
        using var client = new SmtpClient();
        await client.ConnectAsync(server.Host, server.Port, server.Security, cancel);
        if (server.User is not null) await client.AuthenticateAsync(server.User, server.Password ?? "", cancel);
        await client.SendAsync(message, cancel);
        // The letter is out, whatever becomes of the farewell.
        await client.DisconnectAsync(true, CancellationToken.None);
    }

    private MimeMessage Message(Letter letter, MailServer server)
    {
        var message = new MimeMessage { Subject = letter.Subject, Date = clock.GetCurrentInstant().ToDateTimeOffset(), Body = new TextPart("plain") { Text = letter.Text } };
        message.From.Add(new MailboxAddress(letter.From, server.From));
        message.To.Add(new MailboxAddress(null, letter.To));
        // No holiday notice answers it (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
