using Kabinet.Data;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.OnlineBooking;

/// <summary>
/// «Мои записи»: what this browser booked and, after a code, what was booked for the proven phone. There is no other way in: typing a
/// phone shows nothing.
/// </summary>
public sealed class ClientBookings(Databases databases, IClock clock)
{
    public const int HistoryPage = 50;

    /// <summary>Open bookings that have not finished, the next first.</summary>
    public async Task<IReadOnlyList<WorkOrder>> UpcomingAsync(int companyId, Visitor visitor, CancellationToken cancel = default)
    {
        var now = clock.GetCurrentInstant();
        await using var db = databases.Open(companyId);
        return await WithLines(OfVisitor(db, visitor))
            .Where(order => order.Finish > now && (order.Status == OrderStatus.Open || order.Status == OrderStatus.InProgress))
            .OrderBy(order => order.Start).AsNoTracking().ToListAsync(cancel);
    }

    /// <summary>Finished, done or cancelled, the last first.</summary>
    public async Task<IReadOnlyList<WorkOrder>> PastAsync(int companyId, Visitor visitor, CancellationToken cancel = default)
    {
        var now = clock.GetCurrentInstant();
        await using var db = databases.Open(companyId);
        return await WithLines(OfVisitor(db, visitor))
            .Where(order => order.Finish <= now || order.Status == OrderStatus.Completed || order.Status == OrderStatus.Cancelled)
            .OrderByDescending(order => order.Start).Take(HistoryPage).AsNoTracking().ToListAsync(cancel);
    }

    public async Task<WorkOrder?> FindAsync(int companyId, Visitor visitor, int orderId, CancellationToken cancel = default)
    {
        await using var db = databases.Open(companyId);
        return await WithLines(OfVisitor(db, visitor)).AsNoTracking().FirstOrDefaultAsync(order => order.Id == orderId, cancel);
    }

    /// <summary>The resource of the last booking, which stands on top of the next one.</summary>
    public async Task<int?> LastResourceAsync(int companyId, Visitor visitor, CancellationToken cancel = default)
    {
        await using var db = databases.Open(companyId);
        return await OfVisitor(db, visitor).Where(order => order.Resources.Any())
            .OrderByDescending(order => order.Created)
            .Select(order => (int?)order.Resources.OrderBy(line => line.Number).First().ResourceId)
            .FirstOrDefaultAsync(cancel);
    }

    /// <summary>The booking made last, with its lines: what the next one most likely repeats.</summary>
    public async Task<WorkOrder?> LastAsync(int companyId, Visitor visitor, CancellationToken cancel = default)
    {
        await using var db = databases.Open(companyId);
        return await WithLines(OfVisitor(db, visitor).Where(order => order.Resources.Any()))
            .OrderByDescending(order => order.Created).AsNoTracking().FirstOrDefaultAsync(cancel);
    }

    internal static IQueryable<WorkOrder> OfVisitor(AppDb db, Visitor visitor) => visitor.AccountId is null
        ? db.WorkOrders.Where(order => order.DeviceId == visitor.DeviceId)
        : db.WorkOrders.Where(order => order.DeviceId == visitor.DeviceId
            || db.ClientAccounts.Any(account => account.Id == visitor.AccountId && account.CustomerId == order.CustomerId));

    internal static IQueryable<WorkOrder> WithLines(IQueryable<WorkOrder> orders) => orders
        .Include(order => order.Works.OrderBy(line => line.Number))
        .Include(order => order.Resources.OrderBy(line => line.Number))
        .AsSplitQuery();
}
