using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Kabinet.Notifications;

internal static class NotificationsRoom
{
    /// <param name="server">Null: no mail server is set up.</param>
    public static void AddNotifications(this IServiceCollection services, MailServer? server)
    {
        services.AddSingleton(of => new Mailer(server, of.GetRequiredService<IClock>()));
        services.TryAddSingleton<IMessageSender, MessageSender>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<Forgetting>();
    }
}
