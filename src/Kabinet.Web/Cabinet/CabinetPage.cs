using Kabinet.Companies;
using Kabinet.Customers;
using Kabinet.OnlineBooking;
using Kabinet.Shell;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Kabinet.Cabinet;

/// <summary>
/// A page of one company's cabinet: finds the company by the first segment of the address, the visitor by his cookie, the language, and
/// refuses a form of another site, shown again with all that was sent.
/// </summary>
[IgnoreAntiforgeryToken]
[RequestFormLimits(ValueLengthLimit = MaxTypedLength)]
public abstract class CabinetPage : PageModel
{
    /// <summary>Bytes of one field as they are sent. Far above what a field may hold, so that a text which is too long is shown again, not lost.</summary>
    private const int MaxTypedLength = 16 << 20;

    private IServiceProvider Services => HttpContext.RequestServices;

    public CompanySnapshot Snapshot { get; private set; } = null!;
    public Company Company => Snapshot.Catalogue.Company;
    public Texts T { get; private set; } = Texts.Russian;
    public Instant Now { get; private set; }

    /// <summary>The company's local date.</summary>
    public LocalDate Today => Local(Now).Date;

    /// <summary>Null: a browser that has left nothing here yet.</summary>
    public ClientDevice? Device { get; private set; }
    public Visitor? Visitor { get; private set; }

    public List<Refusal> Refusals { get; } = [];

    /// <summary>The form was sent by a page of another site: nothing was done.</summary>
    public bool IsFormForeign { get; private set; }

    /// <summary>May it be read while the cabinet is switched off?</summary>
    protected virtual bool IsOpenWhenClosed => false;

    /// <summary>False for a page that does nothing with what is posted to it.</summary>
    protected virtual bool ChecksForm => true;

    /// <summary>Is who comes by a former address of the cabinet sent on?</summary>
    protected virtual bool FollowsMoves => true;

    /// <summary>The company's part of the address.</summary>
    protected virtual string Slug => (string?)RouteData.Values["company"] ?? "";

    /// <summary>What stands at an address of no company.</summary>
    protected virtual IActionResult UnknownCompany() => NotFound();

    public LocalDateTime Local(Instant at) => at.InZone(Snapshot.Catalogue.Zone).LocalDateTime;

    /// <summary>An address within this cabinet: Link("bookings") is /mint/bookings.</summary>
    public string Link(string path = "") => path.Length == 0 ? $"/{Company.Slug}" : $"/{Company.Slug}/{path}";

    /// <summary>The address of a file of wwwroot.</summary>
    public string Asset(string path) => StaticAsset.Address(HttpContext, path);

    /// <summary>A drawing: Icon("clock").</summary>
    public HtmlString Icon(string name, string size = "") => Drawings.Of(HttpContext, name, size);

    public IHtmlContent Face(int? resourceId, string size = "") => Pictures.Face(this, resourceId, size);
    public IHtmlContent Logo(int size) => Pictures.Logo(this, size);

    public string? ErrorOf(string field) => Refusals.Find(refusal => refusal.Field == field) is { } refusal ? RefusalTexts.Of(refusal, T) : null;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        T = CabinetLanguage.Choose(HttpContext);
        if (await Services.GetRequiredService<CompanySnapshots>().FindAsync(Slug, HttpContext.RequestAborted) is not { } snapshot)
        {
            context.Result = UnknownCompany();
            return;
        }
        Snapshot = snapshot;
        Now = Services.GetRequiredService<IClock>().GetCurrentInstant();
        if (Company.Slug != Slug && FollowsMoves)
        {
            DeviceCookie.Move(HttpContext, Slug, Company.Slug);
            context.Result = RedirectPreserveMethod(MovedCabinet.AddressOf(Request, Company, Slug));
            return;
        }
        await RecogniseAsync();

        if (!Company.IsPublished && !IsOpenWhenClosed) context.Result = Redirect(Link("closed"));
        else if (ChecksForm) context.Result = await CheckFormAsync(context);

        if (context.Result is null) await next();
    }

    private async Task<IActionResult?> CheckFormAsync(PageHandlerExecutingContext context)
    {
        // Without a handler the page would be shown as if it were asked for, with nothing in it.
        if (context.HandlerMethod is null) return StatusCode(StatusCodes.Status405MethodNotAllowed);
        if (!HttpMethods.IsPost(Request.Method)) return null;
        if (!await IsFormReadableAsync()) return BadRequest();
        IsFormForeign = FormOrigin.IsForeign(Request);
        return null;
    }

    /// <summary>The visitor, made known by a cookie if he was not.</summary>
    protected async Task<Visitor> EnsureVisitorAsync()
    {
        if (Visitor is not null) return Visitor;
        var (device, secret) = await Services.GetRequiredService<Devices>().CreateAsync(Company.Id, HttpContext.RequestAborted);
        DeviceCookie.Write(HttpContext, Company.Slug, secret);
        return Recognise(device);
    }

    /// <summary>Nothing of the visitor stays in this browser: neither the cookie nor, where it can be asked for, kept pages.</summary>
    protected void Leave()
    {
        DeviceCookie.Forget(HttpContext, Company.Slug);
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
    }

    /// <summary>False: it is cut short, or larger than anything that is typed.</summary>
    protected async Task<bool> IsFormReadableAsync()
    {
        try
        {
            if (Request.HasFormContentType) await Request.ReadFormAsync(HttpContext.RequestAborted);
            return true;
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            return false;
        }
    }

    private async Task RecogniseAsync()
    {
        var secret = DeviceCookie.Read(HttpContext, Company.Slug);
        if (await Services.GetRequiredService<Devices>().FindAsync(Company.Id, secret, HttpContext.RequestAborted) is not { } device) return;
        Recognise(device);
        // As long as he comes back he is known.
        if (Now - device.Seen >= Devices.SeenEvery) DeviceCookie.Write(HttpContext, Company.Slug, secret!);
    }

    private Visitor Recognise(ClientDevice device)
    {
        Device = device;
        return Visitor = new Visitor(device.Id, device.AccountId, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", T.Language);
    }
}
