using Kabinet.Customers;
using Microsoft.AspNetCore.Mvc;

namespace Kabinet.Cabinet;

/// <summary>By POST only: a link in a message must not sign anybody out.</summary>
public sealed class SignOutPage(SignOut signOut) : CabinetPage
{
    protected override bool IsOpenWhenClosed => true;

    public IActionResult OnGet() => Redirect(Link("profile"));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (IsFormForeign || Visitor is null) return Redirect(Link("profile"));
        await signOut.RunAsync(Company.Id, Visitor, cancel);
        Leave();
        return Redirect(Link());
    }
}
