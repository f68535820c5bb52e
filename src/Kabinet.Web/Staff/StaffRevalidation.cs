using System.Security.Claims;
using Kabinet.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace Kabinet.Staff;

/// <summary>
/// An open page outlives its cookie's request: once a minute, and whenever its company changes, it is asked whether the person still has that
/// place. A changed password, role or company ends it.
/// </summary>
internal sealed class StaffRevalidation : RevalidatingServerAuthenticationStateProvider
{
    private readonly IServiceScopeFactory scopes;
    private readonly Memberships memberships;
    private readonly StaffDevices devices;
    private readonly CompanyWatch companies;
    private IDisposable? watch;

    public StaffRevalidation(ILoggerFactory loggers, IServiceScopeFactory scopes, Memberships memberships, StaffDevices devices, CompanyWatch companies) : base(loggers)
    {
        (this.scopes, this.memberships, this.devices, this.companies) = (scopes, memberships, devices, companies);
        AuthenticationStateChanged += Follow;
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<StaffUser>>();
        return await signIn.ValidateSecurityStampAsync(authenticationState.User) is not null && await HasPlaceAsync(authenticationState.User, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        AuthenticationStateChanged -= Follow;
        watch?.Dispose();
        base.Dispose(disposing);
    }

    private async void Follow(Task<AuthenticationState> changed)
    {
        var person = (await changed).User;
        watch?.Dispose();
        watch = SignedInMember.Of(person) is { } member ? companies.Start(member.CompanyId, () => EndWithoutPlaceAsync(person)) : null;
    }

    private async Task EndWithoutPlaceAsync(ClaimsPrincipal person)
    {
        if (!await HasPlaceAsync(person, CancellationToken.None)) SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
    }

    private async Task<bool> HasPlaceAsync(ClaimsPrincipal person, CancellationToken cancel) =>
        SignedInMember.Of(person) is { } claimed && await devices.SeeAsync(SignedInMember.DeviceOf(person), claimed.UserId, cancel) && claimed == await memberships.FindAsync(claimed.UserId, claimed.CompanyId, cancel);
}
