using Kabinet.OnlineBooking;
using Kabinet.Scheduling;

namespace Kabinet.WorkOrders;

/// <summary>What the engine is asked of a work order that exists: whether it may be then, and with whom.</summary>
internal static class OrderCandidate
{
    /// <summary>The first resource performs, the others are needed with it; null: one of them is archived or not the company's.</summary>
    /// <param name="company">Without the order itself.</param>
    public static Candidate? Candidate(this CompanySnapshot company, WorkOrder order, TimeRange body, IReadOnlyList<int> resourceIds)
    {
        var times = resourceIds.Select(company.Time).ToList();
        if (times.Contains(null)) return null;
        var (minutes, line) = (Math.Max(1, (int)Math.Ceiling(body.Length.TotalMinutes)), order.Resources[0]);
        return new Candidate(times[0]!, new Visit(minutes, line.BufferBefore, line.BufferAfter), [.. times.Skip(1).Select(time => (IReadOnlyList<ResourceTime>)[time!])]);
    }
}
