using System.Globalization;
using System.Threading.RateLimiting;
using Kabinet.Api;

namespace Kabinet.Shell;

/// <summary>
/// How much one network address may ask for within a minute. Behind one address there may be a whole office, or a program that asks for
/// many clients: the settings say how much is fine, 0 that everything is.
/// </summary>
internal static class RequestLimits
{
    /// <summary>The calls of the API; the forms of the cabinet, of which each may hold time or send a code.</summary>
    public const string Api = "api", Cabinet = "cabinet";

    private const int ApiReads = 600, ApiWrites = 60, CabinetWrites = 120;

    public static void AddRequestLimits(this IServiceCollection services, IConfiguration settings) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) => RefuseAsync(rejected.HttpContext, rejected.Lease);
        var (reads, writes, forms) = (settings.GetValue("api:readsPerMinute", ApiReads), ApiWritesPerMinute(settings), settings.GetValue("cabinet:writesPerMinute", CabinetWrites));
        limiter.AddPolicy(Api, http => IsRead(http) ? AddressOf(http, "read", reads) : AddressOf(http, "write", writes));
        limiter.AddPolicy(Cabinet, http => AddressOf(http, "form", IsRead(http) ? 0 : forms));
    });

    public static int ApiWritesPerMinute(IConfiguration settings) => settings.GetValue("api:writesPerMinute", ApiWrites);

    public static FixedWindowRateLimiterOptions WithinAMinute(int limit) => new() { PermitLimit = limit, Window = TimeSpan.FromMinutes(1) };

    /// <summary>How long to wait before the next try.</summary>
    public static TimeSpan RetryAfter(RateLimitLease refused) => refused.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.FromMinutes(1);

    private static bool IsRead(HttpContext http) => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method);

    private static RateLimitPartition<string> AddressOf(HttpContext http, string what, int perMinute) => perMinute <= 0
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetFixedWindowLimiter(
            string.Create(CultureInfo.InvariantCulture, $"{what} {http.Connection.RemoteIpAddress}"),
            _ => WithinAMinute(perMinute));

    private static ValueTask RefuseAsync(HttpContext http, RateLimitLease lease)
    {
        var wait = RetryAfter(lease);
        if (http.Request.Path.StartsWithSegments("/api"))
            return new ValueTask((Problem.Of(ApiReason.TooManyRequests, ApiLanguage.Of(http)) with { RetryAfter = wait }).ExecuteAsync(http));
        // The page that says it comes from the status.
        http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
