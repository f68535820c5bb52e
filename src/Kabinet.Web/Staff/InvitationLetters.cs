using System.Threading.RateLimiting;
using Kabinet.Data;
using Kabinet.Notifications;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Staff;

/// <summary>An invitation, and how its link gets to the one who is invited.</summary>
/// <param name="Path">Of the link, for the owner to hand over himself; null: the letter has it.</param>
/// <param name="Failure">Why the letter did not go out, the mail server's words as a rule; null: it did, or there is no mail server.</param>
public sealed record SentInvitation(StaffInvitation Invitation, string? Path, string? Failure);

/// <summary>
/// Sends the link of an invitation at once, while the owner waits: the secret stands in no outbox, and he hears what the mail server says. Where
/// no letter goes out the link is his to hand over.
/// </summary>
public sealed class InvitationLetters(CompanyWork work, Mailer mailer, LetterLinks links, IClock clock, ILogger<InvitationLetters> log) : IDisposable
{
    /// <summary>Of one company. Letters go out in the installation's name, with words that the owner chose: nobody shall flood others with them.</summary>
    public const int PerHour = 60;

    private readonly PartitionedRateLimiter<int> companies = PartitionedRateLimiter.Create<int, int>(company =>
        RateLimitPartition.GetFixedWindowLimiter(company, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerHour, Window = TimeSpan.FromHours(1) }));

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    internal async Task<SentInvitation> SendAsync(StaffInvitation invitation, string company, LinkSecret secret, CancellationToken cancel)
    {
        var path = InvitationPage.PathOf(secret);
        if (!mailer.IsSetUp) return new SentInvitation(invitation, path, null);
        using var lease = companies.AttemptAcquire(invitation.CompanyId);
        if (!lease.IsAcquired) return new SentInvitation(invitation, path, "за последний час отправлено слишком много писем");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Limit);
        try
        {
            await mailer.SendAsync(Letter(invitation, company, links.To(path)), limit.Token);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            log.LogWarning(exception, "The letter of invitation {Id} of company {Company} could not be sent", invitation.Id, invitation.CompanyId);
            return new SentInvitation(invitation, path, exception is OperationCanceledException ? "почтовый сервер не отвечает" : exception.Message);
        }
        var now = clock.GetCurrentInstant();
        await work.ChangeUnseenAsync<bool>(invitation.CompanyId, async (db, _) =>
        {
            // Taken or withdrawn meanwhile: nothing to note.
            if (await db.StaffInvitations.FirstOrDefaultAsync(one => one.Id == invitation.Id && one.SecretHash == secret.Hash, CancellationToken.None) is { } sent) sent.MarkSent(now);
            return true;
        }, CancellationToken.None);
        return new SentInvitation(invitation, null, null);
    }

    public void Dispose() => companies.Dispose();

    private static Letter Letter(StaffInvitation invitation, string company, Uri link) => new(invitation.Email, $"Приглашение в {company}", $"""
        Здравствуйте, {invitation.Name}!

        {invitation.InvitedBy} приглашает вас работать в бэк-офисе компании «{company}». Ваша роль: {StaffWords.Role(invitation.Role).ToLowerInvariant()}.

        Чтобы принять приглашение, откройте ссылку. Она действует {StaffInvitation.Lifetime.Days} дней:
        {link}

        Если вы не ждали этого письма, ничего делать не нужно.
        """, company);
}
