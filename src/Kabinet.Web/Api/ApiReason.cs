using System.Text.Json;

namespace Kabinet.Api;

/// <summary>Why the API refuses a request before any use case is asked. The refusals of use cases are <see cref="RefusalReason"/>.</summary>
public enum ApiReason
{
    // Of the address.
    PathUnknown, MethodNotAllowed, CompanyUnknown, QueryUnknown, QueryInvalid,

    // Of the body.
    MediaTypeUnsupported, BodyTooLarge, RequestMalformed, JsonInvalid, FieldUnknown, FieldMissing, FieldRepeated, FieldInvalid, NothingToChange,

    // Of who asks.
    IdempotencyKeyMissing, IdempotencyKeyInvalid, TokenMissing, TokenUnknown, AccessMissing, TooManyRequests,

    InternalError,
}

internal static class ReasonNames
{
    /// <summary>As it stands in `type` and `reason`, for ever: time-taken.</summary>
    public static string Name<T>(this T reason) where T : struct, Enum => Names<T>.All[reason];

    private static class Names<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> All = Enum.GetValues<T>().ToDictionary(one => one, one => JsonNamingPolicy.KebabCaseLower.ConvertName(one.ToString()));
    }
}
