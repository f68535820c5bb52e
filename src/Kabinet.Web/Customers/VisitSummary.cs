using Kabinet.Data;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>A customer's visits in numbers.</summary>
/// <param name="Count">Visits that have begun and were not cancelled.</param>
/// <param name="Coming">Those still to begin.</param>
/// <param name="NoShows">Work orders cancelled because he did not come.</param>
/// <param name="Ordered">The sum of the visits.</param>
/// <param name="Paid">Received from him in all.</param>
/// <param name="First">The start of the first visit; null: he has not been yet.</param>
public sealed record VisitSummary(int Count, int Coming, int NoShows, Money Ordered, Money Paid, Instant? First, Instant? Last)
{
    public static readonly VisitSummary None = new(0, 0, 0, Money.Zero, Money.Zero, null, null);
}

internal static class VisitSummaries
{
    /// <summary>Of those customers who have any work order that the member sees.</summary>
    public static async Task<Dictionary<int, VisitSummary>> SummariesAsync(this AppDb db, SignedInMember member, IReadOnlyCollection<int> customerIds, Instant now, CancellationToken cancel)
    {
        // Of a cancelled visit that was still to come neither start counts; the far ends of time stand for none.
        var (beginning, end) = (Instant.FromUnixTimeTicks(0), Instant.FromUtc(9000, 1, 1, 0, 0));
        var found = await db.WorkOrders.AsNoTracking().SeenBy(member).Where(order => customerIds.Contains(order.CustomerId))
            .Select(order => new
            {
                order.CustomerId,
                Been = order.Status != OrderStatus.Cancelled && order.Start <= now ? 1 : 0,
                Coming = order.Status != OrderStatus.Cancelled && order.Start > now ? 1 : 0,
                NoShow = order.CancelReason == ChangeOrderState.NoShow ? 1 : 0,
                // Through object: the column is a whole number, whatever the model makes of it.
                Sum = (long)(object)order.Sum,
                Paid = (long)(object)order.Paid,
                First = order.Status != OrderStatus.Cancelled && order.Start <= now ? order.Start : end,
                Last = order.Status != OrderStatus.Cancelled && order.Start <= now ? order.Start : beginning,
            })
            .GroupBy(order => order.CustomerId)
            .Select(orders => new
            {
                orders.Key,
                Count = orders.Sum(order => order.Been),
                Coming = orders.Sum(order => order.Coming),
                NoShows = orders.Sum(order => order.NoShow),
                Ordered = orders.Sum(order => order.Been * order.Sum),
                Paid = orders.Sum(order => order.Paid),
                First = orders.Min(order => order.First),
                Last = orders.Max(order => order.Last),
            }).ToListAsync(cancel);
        return found.ToDictionary(one => one.Key, one => new VisitSummary(
            one.Count, one.Coming, one.NoShows, new Money(one.Ordered), new Money(one.Paid), one.Count > 0 ? one.First : null, one.Count > 0 ? one.Last : null));
    }
}
