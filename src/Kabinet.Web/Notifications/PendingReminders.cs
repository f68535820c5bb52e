using Kabinet.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Notifications;

internal static class PendingReminders
{
    /// <summary>The reminders of a work order that have not gone out no longer will: it was moved, cancelled, or the client wants another.</summary>
    public static async Task WithdrawRemindersAsync(this AppDb db, int orderId, Instant now, CancellationToken cancel)
    {
        var pending = await db.OutboxMessages
            .Where(message => message.WorkOrderId == orderId && message.Kind == MessageKind.Reminder && message.Sent == null && message.Withdrawn == null)
            .ToListAsync(cancel);
        foreach (var message in pending) message.Withdraw(now);
    }
}
