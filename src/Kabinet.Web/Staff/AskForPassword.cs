using System.Threading.RateLimiting;
using Kabinet.Notifications;

namespace Kabinet.Staff;

/// <summary>
/// «Забыли пароль?»: a letter with a link to choose a new one. The answer is the same whether the e-mail is anybody's or not, and comes as fast:
/// the letter is written and sent afterwards.
/// </summary>
internal sealed class AskForPassword(Mailer mailer, PasswordLetters letters) : IDisposable
{
    public const int AddressPerHour = 20, EmailPerHour = 3;

    private readonly PartitionedRateLimiter<string> addresses = PerHour(AddressPerHour), emails = PerHour(EmailPerHour);

    /// <summary>Where it is false, nobody can be helped by e-mail.</summary>
    public bool IsPossible => mailer.IsSetUp;

    /// <param name="address">Of the network, from which it is asked.</param>
    /// <returns>Null: whoever signs in with that e-mail gets a letter.</returns>
    public Refusal? Run(string? email, string address)
    {
        if (string.IsNullOrWhiteSpace(email)) return new Refusal(RefusalReason.EmailMissing, "email");
        using var byAddress = addresses.AttemptAcquire(address);
        if (!byAddress.IsAcquired) return new Refusal(RefusalReason.TooManyCodes);
        // Nothing is said of it: it would tell that somebody asked before.
        using var byEmail = emails.AttemptAcquire(email.Trim().ToUpperInvariant());
        if (byEmail.IsAcquired) letters.Write(email.Trim());
        return null;
    }

    public void Dispose()
    {
        addresses.Dispose();
        emails.Dispose();
    }

    private static PartitionedRateLimiter<string> PerHour(int limit) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = TimeSpan.FromHours(1) }));
}
