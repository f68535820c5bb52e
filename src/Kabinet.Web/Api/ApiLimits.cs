using System.Globalization;
using System.Threading.RateLimiting;

namespace Kabinet.Api;

/// <summary>
/// How much one network address may ask of the API within a minute. A program on a server asks for many clients from one address: the
/// settings say how much is fine, 0 that everything is.
/// </summary>
internal static class ApiLimits
{
    public const string Policy = "api";

    private const string ReadsSetting = "api:readsPerMinute", WritesSetting = "api:writesPerMinute";
    private const int Reads = 600, Writes = 60;

    public static void AddApiLimits(this IServiceCollection services, IConfiguration settings)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) => RefuseAsync(rejected.HttpContext, rejected.Lease);
            limiter.AddPolicy(Policy, http => PartitionOf(http, settings));
        });
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext http, IConfiguration settings)
    {
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method);
        var limit = isRead ? settings.GetValue(ReadsSetting, Reads) : settings.GetValue(WritesSetting, Writes);
        if (limit <= 0) return RateLimitPartition.GetNoLimiter("");
        var key = string.Create(CultureInfo.InvariantCulture, $"{(isRead ? 'r' : 'w')} {http.Connection.RemoteIpAddress}");
        return RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = TimeSpan.FromMinutes(1) });
    }

    private static ValueTask RefuseAsync(HttpContext http, RateLimitLease lease)
    {
        var problem = Problem.Of(ApiReason.TooManyRequests, ApiLanguage.Of(http)) with
        {
            RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1),
        };
        return new ValueTask(problem.ExecuteAsync(http));
    }
}
