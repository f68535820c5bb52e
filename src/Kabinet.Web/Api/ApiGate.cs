using Kabinet.Cabinet;
using Kabinet.OnlineBooking;
using Microsoft.AspNetCore.Http.Features;
using NodaTime;

namespace Kabinet.Api;

/// <summary>What every request to the API passes: whatever goes wrong behind it becomes a problem document, never a page or an empty answer.</summary>
internal sealed class ApiGate(RequestDelegate next, ILogger<ApiGate> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = ApiReasons.MaxBody;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await next(http);
            if (!http.Response.HasStarted && ReasonOf(http.Response.StatusCode) is { } reason) await WriteAsync(http, reason);
        }
        catch (BadHttpRequestException exception) when (!http.Response.HasStarted)
        {
            await WriteAsync(http, exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? ApiReason.BodyTooLarge : ApiReason.RequestMalformed);
        }
        catch (Exception exception) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            log.LogError(exception, "{Method} {Path} failed", http.Request.Method, http.Request.Path);
            await WriteAsync(http, ApiReason.InternalError);
        }
    }

    /// <summary>For a status that the framework set without a word; null: a fine answer.</summary>
    private static ApiReason? ReasonOf(int status) => status switch
    {
        < 400 => null,
        404 => ApiReason.PathUnknown,
        405 => ApiReason.MethodNotAllowed,
        413 => ApiReason.BodyTooLarge,
        415 => ApiReason.MediaTypeUnsupported,
        _ => ApiReason.RequestMalformed,
    };

    private static Task WriteAsync(HttpContext http, ApiReason reason) =>
        Problem.Of(reason, ApiLanguage.Of(http), reason == ApiReason.MediaTypeUnsupported ? "Content-Type" : "").ExecuteAsync(http);
}

/// <summary>Finds the company that the address names, for the endpoint that was chosen; who comes by one that it had before is sent on.</summary>
internal sealed class ApiCompany(RequestDelegate next, CompanySnapshots snapshots, IClock clock)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.RouteValues["company"] is not string slug || http.GetEndpoint() is null)
        {
            await next(http);
            return;
        }
        var t = ApiLanguage.Of(http);
        if (await snapshots.FindAsync(slug, http.RequestAborted) is not { } snapshot)
        {
            await Problem.Of(ApiReason.CompanyUnknown, t).ExecuteAsync(http);
            return;
        }
        if (snapshot.Catalogue.Company is var company && company.Slug != slug)
        {
            http.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            http.Response.Headers.Location = MovedCabinet.AddressOf(http.Request, company, slug, before: ApiRoom.Root);
            return;
        }
        http.Features.Set(new ApiCall(http, snapshot, t, clock.GetCurrentInstant()));
        await next(http);
    }
}
