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
        new(HttpMethod.Get, "work-orders", ApiAccess.ReadWorkOrders),
        new(HttpMethod.Get, "work-orders/states", ApiAccess.ReadWorkOrders),
        new(HttpMethod.Get, "work-orders/4711", ApiAccess.ReadWorkOrders),
        new(HttpMethod.Post, "work-orders", ApiAccess.WriteWorkOrders, """{"services":[1],"resource":"any","start":"2026-03-03T12:00","client":{"name":"Мария"}}"""),
        new(HttpMethod.Patch, "work-orders/4711", ApiAccess.WriteWorkOrders, """{"revision":0,"comment":"У окна"}"""),
        new(HttpMethod.Get, "services/all", ApiAccess.ReadServices),
        new(HttpMethod.Get, "services/4711", ApiAccess.ReadServices),
        new(HttpMethod.Post, "services", ApiAccess.WriteServices, """{"name":"Укладка","duration":30}"""),
        new(HttpMethod.Patch, "services/4711", ApiAccess.WriteServices, """{"name":"Укладка"}"""),
        new(HttpMethod.Get, "resources/all", ApiAccess.ReadResources),
        new(HttpMethod.Get, "resources/4711", ApiAccess.ReadResources),
        new(HttpMethod.Post, "resources", ApiAccess.WriteResources, """{"name":"Вера"}"""),
        new(HttpMethod.Patch, "resources/4711", ApiAccess.WriteResources, """{"name":"Вера"}"""),
    ];

    public static Task<ApiAnswer> SendAsync(this ApiClient api, OfficeCall call, string? token) => api.SendAsync(call.Method, call.Path, call.Body, token, Guid.NewGuid().ToString());
}
