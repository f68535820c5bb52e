using System.Globalization;
using Kabinet.Companies;
using Kabinet.OnlineBooking;
using Kabinet.Shell;
using NodaTime;

namespace Kabinet.Api;

/// <summary>One request to the API of one company: its snapshot, the language of the answer, the moment.</summary>
public sealed record ApiCall(HttpContext Http, CompanySnapshot Snapshot, Texts T, Instant Now)
{
    public CompanyCatalogue Catalogue => Snapshot.Catalogue;
    public Company Company => Catalogue.Company;
    public DateTimeZone Zone => Catalogue.Zone;
    public LocalDate Today => Now.InZone(Zone).Date;

    /// <summary>The network address that asks, for the evidence of consent and the limits.</summary>
    public string Address => Http.Connection.RemoteIpAddress?.ToString() ?? "";

    public DateTimeOffset Moment(Instant at) => Api.Moment.Of(at, Zone);
    public DateTimeOffset? Moment(Instant? at) => at is { } instant ? Moment(instant) : null;

    public Problem Refuse(ApiReason reason, string field = "", string? detail = null) => Problem.Of(reason, T, field, detail);
    public Problem Refuse(IReadOnlyList<Refusal> refusals, IReadOnlyDictionary<string, string>? fields = null) => Problem.Of(refusals, this, fields);
    public Problem Refuse(RefusalReason reason, string field = "") => Refuse([new Refusal(reason, field)]);

    /// <summary>The token after "Bearer" with this prefix; null: there is none. Every kind of token begins with its own word.</summary>
    public string? Bearer(string prefix)
    {
        var header = Http.Request.Headers.Authorization.ToString();
        var start = "Bearer " + prefix;
        return header.StartsWith(start, StringComparison.OrdinalIgnoreCase) ? header[start.Length..].Trim() : null;
    }

    /// <summary>Where one of the company's things is found.</summary>
    public string AddressOf(string collection, int id) => string.Create(CultureInfo.InvariantCulture, $"{Http.Request.PathBase}/api/v1/{Company.Slug}/{collection}/{id}");

    public bool HasAuthorization => Http.Request.Headers.Authorization.Count > 0;

    /// <summary>Made by the gate before the endpoint runs.</summary>
    public static ValueTask<ApiCall?> BindAsync(HttpContext http) => ValueTask.FromResult(http.Features.Get<ApiCall>());
}
