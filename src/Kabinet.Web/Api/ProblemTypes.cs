using Kabinet.Shell;

namespace Kabinet.Api;

/// <summary>A type of problem, as its address describes it.</summary>
public sealed record ProblemType(string Type, string Title, int Status);

/// <summary>What stands at the address in `type`: RFC 9457 wants it to be readable.</summary>
internal static class ProblemTypes
{
    public const string Path = "/api/problems";

    public static IEnumerable<ProblemType> All(Texts t) =>
    [
        .. Enum.GetValues<ApiReason>().Select(reason => new ProblemType($"{Path}/{reason.Name()}", t[ApiReasons.Russian(reason)], ApiReasons.Status(reason))),
        .. Enum.GetValues<RefusalReason>().Select(reason => new ProblemType($"{Path}/{reason.Name()}", t[RefusalTexts.Russian(reason)], ApiReasons.Status(reason))),
    ];

    public static void MapProblemTypes(this WebApplication app)
    {
        app.MapGet(Path, (HttpContext http) => TypedResults.Json(All(ApiLanguage.Of(http)))).ExcludeFromDescription();
        app.MapGet(Path + "/{reason}", (HttpContext http, string reason) =>
            All(ApiLanguage.Of(http)).FirstOrDefault(type => type.Type == $"{Path}/{reason}") is { } type
                ? (IResult)TypedResults.Json(type)
                : Problem.Of(ApiReason.PathUnknown, ApiLanguage.Of(http))).ExcludeFromDescription();
    }
}

internal static class ApiLanguage
{
    /// <summary>Of Accept-Language; Russian where neither language is named.</summary>
    public static Texts Of(HttpContext http)
    {
        foreach (var language in http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1))
        {
            if (language.Value.StartsWith("ru", StringComparison.OrdinalIgnoreCase)) return Texts.Russian;
            if (language.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return Texts.English;
        }
        return Texts.Russian;
    }
}
