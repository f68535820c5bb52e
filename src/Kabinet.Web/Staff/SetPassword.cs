using Kabinet.Companies;
using Microsoft.AspNetCore.Identity;

namespace Kabinet.Staff;

/// <summary>A new password: of somebody who has the link from the letter, or from an administrator at the command line. Whoever was signed in is no longer.</summary>
public sealed class SetPassword(UserManager<StaffUser> users)
{
    /// <param name="code">From the link; good once and for <see cref="PasswordLetters.Lifetime"/>.</param>
    /// <returns>Empty: it is set.</returns>
    public async Task<IReadOnlyList<Refusal>> ByLinkAsync(Guid userId, string? code, string? password)
    {
        if (Check(password) is { Count: > 0 } refusals) return refusals;
        if (code is null || await users.FindByIdAsync(userId.ToString()) is not { } user) return [new Refusal(RefusalReason.PasswordLinkExpired)];
        var result = await users.ResetPasswordAsync(user, code, password!);
        if (!result.Succeeded) return [Of(result)];
        await EndLockOutAsync(user);
        return [];
    }

    /// <param name="password">Checked.</param>
    public async Task ByAdministratorAsync(StaffUser user, string password)
    {
        // No link is made for it: that would need the installation's keys.
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        var result = await users.UpdateSecurityStampAsync(user);
        if (!result.Succeeded) throw Unexpected(result);
        await EndLockOutAsync(user);
    }

    /// <summary>Who was locked out because he had forgotten it may come in.</summary>
    private async Task EndLockOutAsync(StaffUser user)
    {
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
