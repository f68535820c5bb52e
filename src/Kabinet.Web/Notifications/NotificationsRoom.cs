using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kabinet.Notifications;

internal static class NotificationsRoom
{
    public static void AddNotifications(this IServiceCollection services)
    {
        services.TryAddSingleton<IMessageSender, LogSender>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<Forgetting>();
    }
}
