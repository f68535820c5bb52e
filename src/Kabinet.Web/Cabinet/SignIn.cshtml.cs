using Kabinet.Customers;
using Microsoft.AspNetCore.Mvc;

namespace Kabinet.Cabinet;

/// <summary>Asks for the phone; the code goes out whether we know it or not.</summary>
public sealed class SignInPage(RequestCode requestCode) : CabinetPage
{
    protected override bool IsOpenWhenClosed => true;

    [FromQuery(Name = "return")]
    public string? Return { get; init; }

    public string? Phone { get; private set; }

    /// <summary>A signed-in client proves another phone.</summary>
    public bool IsChange => Device?.AccountId is not null;

    public void OnGet() => Phone = IsChange || Device is not { Phone.Length: > 0 } ? null : Phones.Show(Device.Phone);

    public async Task<IActionResult> OnPostAsync(string? phone, CancellationToken cancel)
    {
        Phone = phone;
        if (IsFormForeign) return Page();
        var outcome = await requestCode.RunAsync(Company.Id, phone, await EnsureVisitorAsync(), cancel: cancel);
        if (!outcome.IsRefused) return Redirect(CodeLink(outcome.Value));
        Refusals.AddRange(outcome.Refusals);
        return Page();
    }

    private string CodeLink(Guid id) => Link($"sign-in/code?id={id:N}")
        + (LocalReturn.Check(Return, Company.Slug) is { } back ? "&return=" + Uri.EscapeDataString(back) : "");
}
