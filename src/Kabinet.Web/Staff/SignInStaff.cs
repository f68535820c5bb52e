using Microsoft.AspNetCore.Identity;

namespace Kabinet.Staff;

/// <summary>How far somebody came.</summary>
public enum SignInStep { Refused, SecondStep, Done }

/// <summary>
/// Signs a member of staff in by e-mail and password. An unknown e-mail, a wrong password, a user without a company and one who is
/// locked out are all the same "no", in the same time: trying addresses tells nothing.
/// </summary>
public sealed class SignInStaff(SignInManager<StaffUser> signIn, UserManager<StaffUser> users, Memberships memberships, StaffDevices devices, CurrentSignIn current)
{
    public const int MaxFailures = 5, LockOutMinutes = 15;

    /// <param name="remember">Keep the cookie when the browser is closed.</param>
    public async Task<SignInStep> RunAsync(string? email, string? password, bool remember, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(email) || string.IsNullOrEmpty(password)) return SignInStep.Refused;
        var user = await users.FindByEmailAsync(email.Trim());
        if (user is null || await users.IsLockedOutAsync(user))
        {
            // As long as a real check takes.
            users.PasswordHasher.HashPassword(new StaffUser(), password);
            return SignInStep.Refused;
        }
        var check = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (!check.Succeeded || await memberships.FindAsync(user.Id, null, cancel) is null) return SignInStep.Refused;
        // Remembers who it is, for the five minutes of the second step.
        if (user.TwoFactorEnabled && (await signIn.PasswordSignInAsync(user, password, remember, lockoutOnFailure: true)).RequiresTwoFactor) return SignInStep.SecondStep;
        current.DeviceId = await devices.StartAsync(user.Id, signIn.Context);
        await signIn.SignInAsync(user, remember);
        return SignInStep.Done;
    }
}
