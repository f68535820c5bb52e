using Kabinet.Customers;
using Kabinet.OnlineBooking;

namespace Kabinet.Api;

public sealed record CodeRequest(string Phone);

/// <param name="Id">Under which the code is to be tried.</param>
/// <param name="ExpiresIn">Seconds.</param>
public sealed record CodeAnswer(Guid Id, int ExpiresIn);

/// <param name="Code">Six digits, as they came to the phone.</param>
public sealed record CodeTryRequest(string Code);

/// <param name="Token">For `Authorization: Bearer`, proves the phone in POST /bookings.</param>
public sealed record ClientTokenAnswer(string Token);

/// <summary>A code sent to a phone, exchanged for the proof that it is the client's.</summary>
internal static class CodeEndpoints
{
    public static void MapCodes(this IEndpointRouteBuilder api)
    {
        api.MapPost("/codes", RequestAsync)
            .WithName("requestCode").WithTags("codes").WithSummary("Sends a code to a phone").WithDescription("The answer is the same whether the company knows the phone or not.")
            .TakesBody<CodeRequest>().Answers<CodeAnswer>(201, [422]);
        api.MapPost("/codes/{id:guid}", TryAsync)
            .WithName("tryCode").WithTags("codes").WithSummary("Exchanges the code for a token").WithDescription("Five tries within five minutes; it works once.")
            .TakesBody<CodeTryRequest>().Answers<ClientTokenAnswer>(422);
    }

    private static async Task<IResult> RequestAsync(ApiCall call, RequestCode requestCode)
    {
        var (request, problem) = await call.ReadAsync<CodeRequest>();
        if (request is null) return problem!;
        // Known to the one who asked alone, as a browser's device is: only there the code works.
        var id = Guid.NewGuid();
        var outcome = await requestCode.RunAsync(call.Company.Id, request.Phone, VisitorAt(call, id), isNewDevice: true, call.Http.RequestAborted);
        if (outcome.IsRefused) return call.Refuse(outcome.Refusals);
        return TypedResults.Created($"{call.Http.Request.PathBase}/api/v1/{call.Company.Slug}/codes/{id}", new CodeAnswer(id, (int)SignInCode.Lifetime.TotalSeconds));
    }

    private static async Task<IResult> TryAsync(ApiCall call, Guid id, SentCodes codes, VerifyCode verifyCode)
    {
        var (request, problem) = await call.ReadAsync<CodeTryRequest>();
        if (request is null) return problem!;
        if (await codes.LastOfAsync(call.Company.Id, id, call.Http.RequestAborted) is not { } code) return call.Refuse(RefusalReason.CodeExpired, "code");
        var outcome = await verifyCode.RunAsync(call.Company.Id, code, request.Code, VisitorAt(call, id), call.Http.RequestAborted);
        return outcome.IsRefused ? call.Refuse(outcome.Refusals) : TypedResults.Json(new ClientTokenAnswer(ApiTokens.Client + outcome.Value));
    }

    private static Visitor VisitorAt(ApiCall call, Guid deviceId) => new(deviceId, null, call.Address, call.T.Language);
}
