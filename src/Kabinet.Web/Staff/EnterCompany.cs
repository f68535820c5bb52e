using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Kabinet.Staff;

/// <summary>The sign-in goes on in another of the companies in which the user works, and stays there until he enters the next.</summary>
public sealed class EnterCompany(SignInManager<StaffUser> signIn, UserManager<StaffUser> users, Memberships memberships, StaffDevices devices, CurrentSignIn current)
{
    /// <summary>False: he does not work there. Nothing changed.</summary>
    public async Task<bool> RunAsync(HttpContext http, Guid userId, int companyId)
    {
        if (await memberships.FindAsync(userId, companyId, http.RequestAborted) is null) return false;
        if (await users.FindByIdAsync(userId.ToString()) is not { } user) return false;
        current.CompanyId = companyId;
        // Who just took a place, or created a company, signs in with that.
        current.DeviceId ??= await devices.StartAsync(userId, http);
        var before = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await signIn.SignInAsync(user, before.Properties?.IsPersistent ?? false);
        return true;
    }
}
