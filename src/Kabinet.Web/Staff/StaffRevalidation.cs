using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace Kabinet.Staff;

/// <summary>
/// An open page outlives its cookie's request: once a minute it is asked whether the person still has that place. A changed password,
/// role or company ends it.
/// </summary>
internal sealed class StaffRevalidation(ILoggerFactory loggers, IServiceScopeFactory scopes, Memberships memberships)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<StaffUser>>();
        if (await signIn.ValidateSecurityStampAsync(authenticationState.User) is not { } user) return false;
        return SignedInMember.Of(authenticationState.User) is { } claimed && claimed == await memberships.FindAsync(user.Id, cancellationToken);
    }
}
