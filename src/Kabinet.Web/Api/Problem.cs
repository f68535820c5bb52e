using System.Text.Json.Serialization;
using Kabinet.Exchange;
using Kabinet.Shell;
using NodaTime;

namespace Kabinet.Api;

/// <summary>One thing that is wrong.</summary>
/// <param name="Reason">A stable word: phone-invalid.</param>
/// <param name="Field">The path in the body (client.phone), the parameter or the header; empty: the whole request.</param>
/// <param name="Detail">What to do about it, in the language that was asked for.</param>
/// <param name="Customer">For a phone that is taken, to a caller with a key: the id of who has it.</param>
public sealed record ProblemError(
    string Reason, string Field, string Detail, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Customer = null);

/// <summary>A refusal as RFC 9457 wants it: `type` and `reason` are stable, title and detail are for people.</summary>
/// <param name="Type">/api/problems/{reason}; tells more when it is opened.</param>
/// <param name="Title">What this type of problem is.</param>
/// <param name="Detail">What is wrong here, and what to do.</param>
/// <param name="Reason">The reason of the first error.</param>
/// <param name="Field">The field of the first error.</param>
/// <param name="Errors">All of them.</param>
/// <param name="Nearest">For a time that cannot be had: the nearest free ones.</param>
public sealed record Problem(
    string Type, string Title, int Status, string Detail, string Reason, string Field, IReadOnlyList<ProblemError> Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<DateTimeOffset>? Nearest = null) : IResult
{
    public const string MediaType = "application/problem+json";

    [JsonIgnore]
    public TimeSpan? RetryAfter { get; init; }

    public static Problem Of(ApiReason reason, Texts t, string field = "", string? detail = null) =>
        Of(ApiReasons.Status(reason), t[ApiReasons.Russian(reason)], [new ProblemError(reason.Name(), field, detail ?? t[ApiReasons.Russian(reason)])]);

    /// <param name="fields">The request's own names of the fields that a use case names.</param>
    public static Problem Of(IReadOnlyList<Refusal> refusals, ApiCall call, IReadOnlyDictionary<string, string>? fields = null)
    {
        var (first, zone) = (refusals[0], call.Snapshot.Catalogue.Zone);
        var errors = refusals.Select(one => new ProblemError(one.Reason.Name(), fields?.GetValueOrDefault(one.Field) ?? one.Field, RefusalTexts.Of(one, call.T), one.CustomerId)).ToList();
        var nearest = refusals.Select(one => one.NearestFree).FirstOrDefault(free => free is not null);
        return Of(ApiReasons.Status(first.Reason), call.T[RefusalTexts.Russian(first.Reason)], errors) with
        {
            Nearest = nearest is null ? null : [.. nearest.Select(start => Moment.Of(start, zone))],
            RetryAfter = ApiReasons.Status(first.Reason) == 429 ? Customers.RequestCode.Window.ToTimeSpan() : null,
        };
    }

    public static Problem Of(IReadOnlyList<JsonProblem> problems, Texts t)
    {
        var errors = problems.Take(MaxErrors).Select(one => new ProblemError(ReasonOf(one.Fault).Name(), one.Path, one.Words(t))).ToList();
        return Of(400, t[ApiReasons.Russian(ReasonOf(problems[0].Fault))], errors);
    }

    /// <param name="first">The reason of the first error.</param>
    public static Problem Of(ApiReason first, IReadOnlyList<ProblemError> errors, Texts t) => Of(ApiReasons.Status(first), t[ApiReasons.Russian(first)], errors);

    /// <summary>A body can be wrong in more places than anybody wants to read about.</summary>
    private const int MaxErrors = 50;

    private static Problem Of(int status, string title, IReadOnlyList<ProblemError> errors) =>
        new($"{ProblemTypes.Path}/{errors[0].Reason}", title, status, errors[0].Detail, errors[0].Reason, errors[0].Field, errors);

    private static ApiReason ReasonOf(JsonFault fault) => fault switch
    {
        JsonFault.NotJson => ApiReason.JsonInvalid,
        JsonFault.UnknownField => ApiReason.FieldUnknown,
        JsonFault.Missing => ApiReason.FieldMissing,
        JsonFault.Repeated => ApiReason.FieldRepeated,
        _ => ApiReason.FieldInvalid,
    };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (Status == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = "Bearer";
        if (RetryAfter is { } wait) response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return response.WriteAsJsonAsync(this, options: null, MediaType, httpContext.RequestAborted);
    }
}

/// <summary>A moment as the API writes it: the company's local time with its offset from UTC (RFC 3339).</summary>
internal static class Moment
{
    public static DateTimeOffset Of(Instant at, DateTimeZone zone) => at.InZone(zone).ToDateTimeOffset();
}
