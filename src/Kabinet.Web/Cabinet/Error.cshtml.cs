using System.Diagnostics;
using Kabinet.Shell;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Kabinet.Cabinet;

/// <summary>
/// Nothing here, or something broke. Within a known company it has its look, else a neutral one; what broke stays in the log, under the
/// reference that the page shows.
/// </summary>
public sealed class ErrorPage(ILogger<ErrorPage> log) : CabinetPage
{
    /// <summary>Bytes. Far above what a form of ours holds, far below what it would cost to send back what a flood brings.</summary>
    private const int MostSentBack = 64 << 10;

    protected override bool IsOpenWhenClosed => true;
    protected override bool ChecksForm => false;
    protected override bool FollowsMoves => false;
    protected override string Slug => OriginalPath.Split('/', 3, StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first : "";

    public int Status { get; private set; } = StatusCodes.Status404NotFound;
    public bool IsTooMuch => Status == StatusCodes.Status429TooManyRequests;
    public bool IsOurs => Status >= StatusCodes.Status500InternalServerError;

    /// <summary>The form that came too soon after others; null: it was none, or another site's.</summary>
    public SentForm? Sent { get; private set; }

    /// <summary>Eight hex digits of the request's trace: 4f2a-91c0.</summary>
    public string Reference => Activity.Current?.TraceId.ToHexString() is { } trace ? $"{trace[..4]}-{trace[4..8]}" : HttpContext.TraceIdentifier;

    /// <summary>What failed is asked for again only where asking changes nothing.</summary>
    public string RetryLink => HttpMethods.IsGet(Request.Method) ? OriginalPath : Link();

    private string OriginalPath => HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? "";

    protected override IActionResult UnknownCompany() => Partial("_Neutral", new Nowhere(T, IsOurs, Reference));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Status = RouteData.Values["status"] is string text && int.TryParse(text, out var status) && status is >= 400 and <= 599 ? status : Status;
        Response.StatusCode = Status;
        if (IsOurs && HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } failure)
            log.LogError("Reference {Reference}: {Method} {Path} failed", Reference, Request.Method, failure.Path);
        if (IsTooMuch) Sent = await ReadSentAsync();
        try
        {
            await base.OnPageHandlerExecutionAsync(context, next);
        }
        catch (Exception exception) when (IsOurs)
        {
            // The database itself is gone: say so without it.
            log.LogError(exception, "Reference {Reference}: the error page could not find the company", Reference);
            context.Result = UnknownCompany();
        }
    }

    private async Task<SentForm?> ReadSentAsync()
    {
        var isOurForm = HttpMethods.IsPost(Request.Method) && Request.HasFormContentType && !FormOrigin.IsForeign(Request);
        if (!isOurForm || Request.ContentLength is not <= MostSentBack || !await IsFormReadableAsync()) return null;
        var query = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalQueryString;
        return new SentForm(OriginalPath + query, [.. Request.Form.SelectMany(field => field.Value.Select(value => (field.Key, value ?? "")))]);
    }
}

/// <summary>A form as it was sent, to be sent again.</summary>
public sealed record SentForm(string Address, IReadOnlyList<(string Name, string Value)> Fields);

/// <summary>An error page outside every company.</summary>
/// <param name="IsOurs">Something broke; else there is nothing at the address.</param>
public sealed record Nowhere(Texts T, bool IsOurs, string Reference);
