using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Kabinet.Staff;

/// <summary>Adds device, company, role and name to the cookie, at sign-in and whenever the cookie is checked anew.</summary>
internal sealed class StaffClaims(UserManager<StaffUser> users, IOptions<IdentityOptions> options, Memberships memberships, CurrentSignIn current)
    : UserClaimsPrincipalFactory<StaffUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (current.DeviceId is { } device) identity.AddClaim(new Claim(SignedInMember.DeviceClaim, device.ToString()));
        if (await memberships.FindAsync(user.Id, current.CompanyId) is { } member) identity.AddClaims(member.Claims());
        return identity;
    }
}
