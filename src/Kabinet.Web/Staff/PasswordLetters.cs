using System.Threading.Channels;
using Kabinet.Notifications;
using Microsoft.AspNetCore.Identity;

namespace Kabinet.Staff;

/// <summary>
/// Letters with a link to a new password, one after the other. The link is in no outbox: whoever may read one of those could take over the owner's
/// sign-in. What did not go out, the person asks for again.
/// </summary>
internal sealed class PasswordLetters(IServiceScopeFactory scopes, Mailer mailer, LetterLinks links, ILogger<PasswordLetters> log) : BackgroundService
{
    /// <summary>How long a link is good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    private static readonly TimeSpan SendTime = TimeSpan.FromSeconds(30);

    // What cannot be sent as fast as it is asked for is an attack, not a person.
    private readonly Channel<string> asked = System.Threading.Channels.Channel.CreateBounded<string>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Write(string email) => asked.Writer.TryWrite(email);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var email in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await SendAsync(email, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(exception, "A letter with a link to a new password could not be sent");
            }
        }
    }

    private async Task SendAsync(string email, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>();
        if (await users.FindByEmailAsync(email) is not { } user) return;
        var path = NewPasswordPage.PathOf(user.Id, await users.GeneratePasswordResetTokenAsync(user));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(SendTime);
        await mailer.SendAsync(new Letter(user.Email!, "Новый пароль для бэк-офиса", $"""
            Здравствуйте!

            Кто-то, надеемся, вы, попросил новый пароль для входа в бэк-офис с этой почтой. Чтобы его придумать, откройте ссылку; она действует {(int)Lifetime.TotalHours} часа:
            {links.To(path)}

            Если это были не вы, ничего делать не нужно: прежний пароль действует.
            """), limit.Token);
    }
}
