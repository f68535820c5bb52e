using Kabinet.Customers;
using Microsoft.AspNetCore.Mvc;

namespace Kabinet.Cabinet;

/// <summary>Takes the code. Five tries, five minutes, works once, at the browser that asked for it.</summary>
public sealed class SignInCodePage(SentCodes sentCodes, RequestCode requestCode, VerifyCode verifyCode) : CabinetPage
{
    protected override bool IsOpenWhenClosed => true;

    [FromQuery(Name = "return")]
    public string? Return { get; init; }

    [FromQuery(Name = "id")]
    public Guid CodeId { get; init; }

    public SentCode Sent { get; private set; } = null!;
    public string AgainLink => CodeLink(CodeId) + "&handler=again";

    private string? Back => LocalReturn.Check(Return, Company.Slug);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : Redirect(Link("sign-in"));

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return Redirect(Link("sign-in"));
        if (IsFormForeign) return Page();
        var outcome = await verifyCode.RunAsync(Company.Id, CodeId, code, Visitor!, cancel: cancel);
        if (!outcome.IsRefused)
        {
            DeviceCookie.Write(HttpContext, Company.Slug, outcome.Value);
            return Redirect(Back ?? Link("bookings"));
        }
        await FindAsync(cancel);
        Refusals.AddRange(outcome.Refusals);
        return Page();
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return Redirect(Link("sign-in"));
        if (IsFormForeign) return Page();
        var outcome = await requestCode.RunAsync(Company.Id, Sent.Phone, Visitor!, cancel: cancel);
        if (!outcome.IsRefused) return Redirect(CodeLink(outcome.Value));
        Refusals.AddRange(outcome.Refusals.Select(refusal => refusal with { Field = "code" }));
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (Visitor is null || await sentCodes.FindAsync(Company.Id, CodeId, Visitor, cancel) is not { } sent) return false;
        Sent = sent;
        return true;
    }

    private string CodeLink(Guid id) => Link($"sign-in/code?id={id:N}") + (Back is { } back ? "&return=" + Uri.EscapeDataString(back) : "");
}
