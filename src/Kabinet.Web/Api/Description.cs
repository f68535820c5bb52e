using Kabinet.Staff;

namespace Kabinet.Api;

/// <summary>A parameter of the address that an endpoint reads itself, for the OpenAPI document.</summary>
internal sealed record QueryParameter(string Name, string Description, string Type, string? Format, bool IsRepeated, bool IsRequired);

/// <summary>A header that an endpoint reads itself.</summary>
internal sealed record HeaderParameter(string Name, string Description, bool IsRequired);

/// <summary>The kind of token that an endpoint wants: the name of a security scheme of the document.</summary>
/// <param name="Access">What a key must open; empty for other tokens.</param>
internal sealed record TokenParameter(string Scheme, bool IsRequired, string Access = "");

/// <summary>What an endpoint takes and answers, said beside it.</summary>
internal static class Description
{
    public const string KeyScheme = "key";

    public static RouteHandlerBuilder Takes(
        this RouteHandlerBuilder endpoint, string name, string description, string type = "string", string? format = null, bool isRepeated = false, bool isRequired = false) =>
        endpoint.WithMetadata(new QueryParameter(name, description, type, format, isRepeated, isRequired));

    /// <param name="meant">What a repeat of the request must not make twice.</param>
    public static RouteHandlerBuilder TakesIdempotencyKey(this RouteHandlerBuilder endpoint, string meant) =>
        endpoint.WithMetadata(new HeaderParameter(IdempotencyKey.Header, $"16 to 100 visible ASCII characters, a new one for each {meant} meant; a UUID will do.", IsRequired: true));

    public static RouteHandlerBuilder TakesToken(this RouteHandlerBuilder endpoint, string scheme, bool isRequired = true) =>
        endpoint.WithMetadata(new TokenParameter(scheme, isRequired)).Problems(401);

    public static RouteHandlerBuilder TakesKey(this RouteHandlerBuilder endpoint, ApiAccess access, bool isRequired = true) =>
        endpoint.WithMetadata(new TokenParameter(KeyScheme, isRequired, access.Name())).Problems(401, 403);

    public static RouteHandlerBuilder TakesBody<T>(this RouteHandlerBuilder endpoint) where T : notnull =>
        endpoint.Accepts<T>("application/json").Problems(413, 415);

    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, params int[] problems) => endpoint.Answers<T>(200, problems);

    /// <param name="problems">The statuses of its refusals, besides those that any call may have.</param>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, int status, int[] problems) =>
        endpoint.Produces<T>(status).Problems([400, 404, 429, .. problems]);

    private static RouteHandlerBuilder Problems(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses) endpoint.Produces<Problem>(status, Problem.MediaType);
        return endpoint;
    }
}
