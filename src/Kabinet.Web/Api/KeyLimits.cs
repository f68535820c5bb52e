using System.Threading.RateLimiting;
using Kabinet.Shell;
using Kabinet.Staff;

namespace Kabinet.Api;

/// <summary>
/// How much a key may ask within a minute, as its owner chose: that counts for it instead of the limits of its address. How often one
/// address may come to its calls without a valid key: who has one is never kept waiting by those who have none.
/// </summary>
internal sealed class KeyLimits(IConfiguration settings) : IDisposable
{
    private readonly PartitionedRateLimiter<ApiCaller> callers = PartitionedRateLimiter.Create<ApiCaller, (int, int)>(
        caller => RateLimitPartition.GetFixedWindowLimiter((caller.CompanyId, caller.KeyId), _ => RequestLimits.WithinAMinute(caller.RequestsPerMinute)));

    private readonly PartitionedRateLimiter<string> strangers = PartitionedRateLimiter.Create<string, string>(
        address => RequestLimits.ApiWritesPerMinute(settings) is > 0 and var limit
            ? RateLimitPartition.GetFixedWindowLimiter(address, _ => RequestLimits.WithinAMinute(limit))
            : RateLimitPartition.GetNoLimiter(address));

    /// <returns>How long to wait; null: not at all.</returns>
    public TimeSpan? Wait(ApiCaller caller) => Wait(callers.AttemptAcquire(caller));

    /// <inheritdoc cref="Wait(ApiCaller)"/>
    public TimeSpan? WaitOfStranger(string address) => Wait(strangers.AttemptAcquire(address));

    public void Dispose()
    {
        callers.Dispose();
        strangers.Dispose();
    }

    private static TimeSpan? Wait(RateLimitLease asked)
    {
        using var lease = asked;
        return lease.IsAcquired ? null : RequestLimits.RetryAfter(lease);
    }
}
