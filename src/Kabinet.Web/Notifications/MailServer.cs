using MailKit.Security;

namespace Kabinet.Notifications;

/// <summary>The mail server by which this installation sends e-mail: the settings under mail.</summary>
/// <param name="User">Null: the server asks nobody who he is.</param>
/// <param name="From">The address that letters come from.</param>
public sealed record MailServer(string Host, int Port, SecureSocketOptions Security, string? User, string? Password, string From)
{
    /// <summary>Submission with STARTTLS (RFC 6409, RFC 8314).</summary>
    public const int UsualPort = 587;

    /// <summary>What a log may have of it.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
