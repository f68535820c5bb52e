using System.Globalization;
using Kabinet.Notifications;
using MailKit.Security;
using MimeKit;

namespace Kabinet.Starting;

/// <summary>The settings of e-mail: mail:host, mail:port, mail:security, mail:user, mail:password, mail:from, and the address that links in letters lead to, mail:links.</summary>
internal static class MailOptions
{
    /// <summary>Null: mail:host is not set, and no e-mail goes out.</summary>
    /// <exception cref="StartException">One of them is missing or not understood.</exception>
    public static MailServer? Server(IConfiguration settings)
    {
        if (settings["mail:host"] is not { Length: > 0 } host) return null;
        var from = settings["mail:from"] is { Length: > 0 } given && MailboxAddress.TryParse(given, out var box) ? box.Address : throw new StartException("mail:from is the e-mail address that letters come from, like booking@example.com");
        var user = settings["mail:user"] is { Length: > 0 } name ? name : null;
        return new MailServer(host, Port(settings["mail:port"]), Security(settings["mail:security"]), user, settings["mail:password"], from);
    }

    /// <summary>
    /// Where links in letters lead: scheme and host alone. It is set, not taken from a request: whoever asks for a letter could name a host of his
    /// own, and the link would hand him its secret. Null: no mail server is set up.
    /// </summary>
    /// <exception cref="StartException">It is missing or no web address.</exception>
    public static Uri? PublicAddress(IConfiguration settings)
    {
        if (settings["mail:host"] is not { Length: > 0 }) return null;
        return Uri.TryCreate(settings["mail:links"], UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.PathAndQuery == "/" && address.UserInfo.Length == 0
            ? address
            : throw new StartException("mail:links is the address of this installation that links in letters lead to, like https://book.example.com");
    }

    private static int Port(string? given) => given switch
    {
        null or "" => MailServer.UsualPort,
        _ when int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 => port,
        _ => throw new StartException($"mail:port is the port of the mail server, not '{given}'"),
    };

    private static SecureSocketOptions Security(string? given) => given switch
    {
        null or "" or "starttls" => SecureSocketOptions.StartTls,
        "tls" => SecureSocketOptions.SslOnConnect,
        "none" => SecureSocketOptions.None,
        _ => throw new StartException($"mail:security is starttls, tls or none, not '{given}'"),
    };
}
