using Kabinet.Staff;

namespace Kabinet.Web.Tests.Api;

/// <summary>A call of the back office: right in everything but for what a test makes wrong.</summary>
/// <param name="Access">What a key must open for it.</param>
public sealed record OfficeCall(HttpMethod Method, string Path, ApiAccess Access, string? Body = null)
{
    public bool IsWrite => Method != HttpMethod.Get;

    /// <summary>What only reads of the same area.</summary>
    public ApiAccess ReadAccess => Access & (ApiAccess.ReadWorkOrders | ApiAccess.ReadCustomers | ApiAccess.ReadResources | ApiAccess.ReadServices);

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>Every call that takes a key.</summary>
public static class OfficeCalls
{
    public static IReadOnlyList<OfficeCall> All =>
    [
        new(HttpMethod.Get, "customers", ApiAccess.ReadCustomers),
        new(HttpMethod.Get, "customers/4711", ApiAccess.ReadCustomers),
        new(HttpMethod.Post, "customers", ApiAccess.WriteCustomers, """{"name":"Мария"}"""),
        new(HttpMethod.Patch, "customers/4711", ApiAccess.WriteCustomers, """{"name":"Мария"}"""),
    ];

    public static Task<ApiAnswer> SendAsync(this ApiClient api, OfficeCall call, string? token) => api.SendAsync(call.Method, call.Path, call.Body, token, Guid.NewGuid().ToString());
}
