using Kabinet.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <param name="Customer">His name as his card has it now.</param>
/// <param name="Phone">E.164; null: none.</param>
public sealed record DeletionRow(DeletionRequest Request, string Customer, string? Phone);

/// <param name="Open">Those that wait for the staff, the most urgent first.</param>
/// <param name="Closed">The last of those that do not, the latest first.</param>
public sealed record DeletionRows(IReadOnlyList<DeletionRow> Open, IReadOnlyList<DeletionRow> Closed);

/// <summary>How many wait for the staff.</summary>
/// <param name="DaysLeft">Of the most urgent one; below zero: it is late.</param>
public sealed record WaitingDeletions(int Count, int DaysLeft);

/// <summary>«Просьбы удалить данные». For owners and managers.</summary>
public sealed class DeletionRequests(Databases databases)
{
    /// <summary>So many closed ones are shown; all are kept.</summary>
    public const int ShownClosed = 100;

    public async Task<DeletionRows> ListAsync(int companyId, CancellationToken cancel = default)
    {
        await using var db = databases.Open(companyId);
        var requests = db.DeletionRequests.AsNoTracking();
        return new DeletionRows(
            await Rows(requests.Where(one => one.Closed == null).OrderBy(one => one.Asked).ThenBy(one => one.Id)).ToListAsync(cancel),
            await Rows(requests.Where(one => one.Closed != null).OrderByDescending(one => one.Closed).ThenBy(one => one.Id).Take(ShownClosed)).ToListAsync(cancel));

        IQueryable<DeletionRow> Rows(IQueryable<DeletionRequest> some) => some.Select(request => new DeletionRow(
            request, db.Customers.Where(one => one.Id == request.CustomerId).Select(one => one.Name).First(), db.Customers.Where(one => one.Id == request.CustomerId).Select(one => one.Phone).First()));
    }

    /// <summary>The one that waits for the staff; null: he asked for nothing, or it is closed.</summary>
    public async Task<DeletionRequest?> OpenOfAsync(int companyId, int customerId, CancellationToken cancel = default)
    {
        await using var db = databases.Open(companyId);
        return await db.OpenDeletionAsync(customerId, cancel);
    }
}

internal static class OpenDeletions
{
    public static Task<DeletionRequest?> OpenDeletionAsync(this AppDb db, int customerId, CancellationToken cancel) =>
        db.DeletionRequests.FirstOrDefaultAsync(one => one.CustomerId == customerId && one.Closed == null, cancel);

    /// <summary>Null: none waits.</summary>
    public static async Task<WaitingDeletions?> WaitingDeletionsAsync(this AppDb db, DateTimeZone zone, LocalDate today, CancellationToken cancel)
    {
        var open = await db.DeletionRequests.AsNoTracking().Where(one => one.Closed == null).ToListAsync(cancel);
        return open.Count == 0 ? null : new WaitingDeletions(open.Count, open.Min(one => Period.DaysBetween(today, one.DueOn(zone))));
    }
}
