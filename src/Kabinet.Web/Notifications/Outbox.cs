using Kabinet.Data;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Notifications;

/// <param name="OrderNumber">That of the work order it is about.</param>
public sealed record OutboxRow(OutboxMessage Message, int? OrderNumber);

/// <param name="Number">Of the page, from 1.</param>
public sealed record OutboxPage(IReadOnlyList<OutboxRow> Rows, int Number, int Count)
{
    public int PageCount => Math.Max(1, (Count + Outbox.PageSize - 1) / Outbox.PageSize);
}

/// <summary>«Сообщения»: what the company told its clients, or is about to.</summary>
public sealed class Outbox(Databases databases)
{
    public const int PageSize = 50;

    /// <summary>The latest first.</summary>
    public async Task<OutboxPage> PageAsync(int companyId, int number, CancellationToken cancel = default)
    {
        await using var db = databases.Open(companyId);
        var count = await db.OutboxMessages.CountAsync(cancel);
        number = Math.Clamp(number, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        var rows = await db.OutboxMessages.AsNoTracking()
            .OrderByDescending(message => message.Created).ThenBy(message => message.Id)
            .Skip((number - 1) * PageSize).Take(PageSize)
            .Select(message => new OutboxRow(message, db.WorkOrders.Where(order => order.Id == message.WorkOrderId).Select(order => (int?)order.Number).FirstOrDefault()))
            .ToListAsync(cancel);
        return new OutboxPage(rows, number, count);
    }
}
