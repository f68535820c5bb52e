using Kabinet.Companies;
using Microsoft.AspNetCore.Identity;

namespace Kabinet.Staff;

/// <summary>A new password: of somebody who has the link from the letter, who knows the one before, or by an administrator at the command line. Whoever else was signed in is no longer.</summary>
public sealed class SetPassword(UserManager<StaffUser> users, SignInManager<StaffUser> signIn, StaffDevices devices)
{
    /// <param name="code">From the link; good once and for <see cref="PasswordLetters.Lifetime"/>.</param>
    /// <returns>Empty: it is set.</returns>
    public async Task<IReadOnlyList<Refusal>> ByLinkAsync(Guid userId, string? code, string? password)
    {
        if (Check(password) is { Count: > 0 } refusals) return refusals;
        if (code is null || await users.FindByIdAsync(userId.ToString()) is not { } user) return [new Refusal(RefusalReason.PasswordLinkExpired)];
        var result = await users.ResetPasswordAsync(user, code, password!);
        if (!result.Succeeded) return [Of(result)];
        await BeginAnewAsync(user);
        return [];
    }

    /// <summary>The person stays signed in where he is.</summary>
    /// <param name="deviceId">Where that is.</param>
    /// <returns>Empty: it is set.</returns>
    public async Task<IReadOnlyList<Refusal>> ByOneselfAsync(Guid userId, string? before, string? password, Guid? deviceId)
    {
        var refusals = Check(password);
        var user = await users.FindByIdAsync(userId.ToString()) ?? throw new InvalidOperationException("Who is signed in is a user");
        // Counted as at the sign-in: whoever finds a computer unlocked does not find the password out.
        if (!(await signIn.CheckPasswordSignInAsync(user, before ?? "", lockoutOnFailure: true)).Succeeded) refusals.Insert(0, new Refusal(RefusalReason.PasswordWrong, "current"));
        if (refusals.Count > 0) return refusals;
        await SetAsync(user, password!);
        await devices.EndAllAsync(userId, deviceId);
        await signIn.RefreshSignInAsync(user);
        return [];
    }

    /// <param name="password">Checked.</param>
    public async Task ByAdministratorAsync(StaffUser user, string password)
    {
        await SetAsync(user, password);
        await BeginAnewAsync(user);
    }

    private async Task SetAsync(StaffUser user, string password)
    {
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        var result = await users.UpdateSecurityStampAsync(user);
        if (!result.Succeeded) throw Unexpected(result);
    }

    /// <summary>Who was locked out because he had forgotten it may come in; wherever he was signed in, he is no longer.</summary>
    private async Task BeginAnewAsync(StaffUser user)
    {
        await devices.EndAllAsync(user.Id, exceptId: null);
        await users.SetLockoutEndDateAsync(user, null);
        await users.ResetAccessFailedCountAsync(user);
    }

    private static List<Refusal> Check(string? password)
    {
        List<Refusal> refusals = [];
        if (password is not { Length: >= NewCompanyForm.MinPasswordLength }) refusals.Add(new Refusal(RefusalReason.PasswordTooShort, "password"));
        else if (password.Length > NewCompanyForm.MaxPasswordLength) refusals.Add(new Refusal(RefusalReason.PasswordTooLong, "password"));
        return refusals;
    }

    private static Refusal Of(IdentityResult result) => result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.InvalidToken))
        ? new Refusal(RefusalReason.PasswordLinkExpired)
        : throw Unexpected(result);

    private static InvalidOperationException Unexpected(IdentityResult result) => new(string.Join("; ", result.Errors.Select(error => error.Code)));
}
