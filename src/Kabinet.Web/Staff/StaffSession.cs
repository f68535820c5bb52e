using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Kabinet.Staff;

/// <summary>
/// What a sign-in cookie says is asked of the database at every request of the office: a place that was taken away and
/// a device that was ended are closed at once, another role counts at once. Who lost his place in the chosen company is signed out, not moved to another, where he could write without noticing.
/// </summary>
internal static class StaffSession
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        // The cabinet does not ask who works here.
        if (!IsOffice(context.HttpContext.Request.Path)) return;
        var services = context.HttpContext.RequestServices;
        var current = services.GetRequiredService<CurrentSignIn>();
        (current.CompanyId, current.DeviceId) = (SignedInMember.Of(context.Principal!)?.CompanyId, SignedInMember.DeviceOf(context.Principal!));
        await SecurityStampValidator.ValidatePrincipalAsync(context);
        if (context.Principal is not { } person) return;

        var claimed = SignedInMember.Of(person);
        var isOpen = claimed is not null && await services.GetRequiredService<StaffDevices>().SeeAsync(current.DeviceId, claimed.UserId, context.HttpContext.RequestAborted);
        var place = claimed is null || !isOpen ? null : await services.GetRequiredService<Memberships>().FindAsync(claimed.UserId, claimed.CompanyId, context.HttpContext.RequestAborted);
        if (place is null) await EndAsync(context);
        else if (place != claimed) await RenewAsync(context, place);
    }

    private static bool IsOffice(PathString path) => path.StartsWithSegments("/office") || path.StartsWithSegments("/_blazor");

    private static async Task EndAsync(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        // The next sign-in in this request, if there is one, is another.
        context.HttpContext.RequestServices.GetRequiredService<CurrentSignIn>().DeviceId = null;
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private static async Task RenewAsync(CookieValidatePrincipalContext context, SignedInMember place)
    {
        var services = context.HttpContext.RequestServices;
        if (await services.GetRequiredService<UserManager<StaffUser>>().FindByIdAsync(place.UserId.ToString()) is not { } user)
        {
            await EndAsync(context);
            return;
        }
        context.ReplacePrincipal(await services.GetRequiredService<SignInManager<StaffUser>>().CreateUserPrincipalAsync(user));
        context.ShouldRenew = true;
    }
}
