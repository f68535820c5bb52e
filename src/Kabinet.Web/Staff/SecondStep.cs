using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Kabinet.Staff;

/// <summary>What an authenticator app needs once: the secret as text and as an address that it reads from a QR code (Google's Key Uri Format).</summary>
/// <param name="Key">Base32, in groups of four.</param>
public sealed record SecondStepSecret(string Key, string Address);

/// <summary>Второй шаг входа: after the password a code of six digits from an app on the person's own phone (TOTP, RFC 6238), or one of ten codes kept on paper.</summary>
public sealed class SecondStep(UserManager<StaffUser> users, SignInManager<StaffUser> signIn, StaffDevices devices, CurrentSignIn current)
{
    public const int RecoveryCodes = 10;

    private const string Issuer = "Kabinet";

    public async Task<bool> IsOnAsync(Guid userId) => (await UserAsync(userId)).TwoFactorEnabled;

    /// <summary>A new secret; what there was before counts no more. Nothing is asked for at the sign-in until <see cref="TurnOnAsync"/>.</summary>
    public async Task BeginAsync(Guid userId)
    {
        var user = await UserAsync(userId);
        if (user.TwoFactorEnabled) return;
        await users.ResetAuthenticatorKeyAsync(user);
        // The cookie at this desk stays good: the secret changed the stamp that it carries.
        await signIn.RefreshSignInAsync(user);
    }

    /// <summary>Null: it was not begun, or is on already, when the secret is shown to nobody.</summary>
    public async Task<SecondStepSecret?> SecretAsync(Guid userId)
    {
        var user = await UserAsync(userId);
        if (user.TwoFactorEnabled || await users.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key) return null;
        var address = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(user.Email!)}?secret={key}&issuer={Issuer}&digits=6";
        return new SecondStepSecret(string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(group => new string(group))), address);
    }

    /// <summary>The app has shown that it knows the secret: from now on the sign-in asks for its codes.</summary>
    /// <returns>The codes for the day when the phone is lost, each good once; they are shown now and never again.</returns>
    public async Task<Outcome<IReadOnlyList<string>>> TurnOnAsync(Guid userId, string? code)
    {
        var user = await UserAsync(userId);
        if (user.TwoFactorEnabled) return RefusalReason.ChangedMeanwhile;
        if (!await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, Digits(code))) return new Refusal(RefusalReason.CodeWrong, "code");
        await users.SetTwoFactorEnabledAsync(user, true);
        var codes = (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes))!.ToList();
        await signIn.RefreshSignInAsync(user);
        return codes;
    }

    /// <summary>Asks for the password: an unlocked computer is not enough.</summary>
    public async Task<Refusal?> TurnOffAsync(Guid userId, string? password)
    {
        var user = await UserAsync(userId);
        if (!(await signIn.CheckPasswordSignInAsync(user, password ?? "", lockoutOnFailure: true)).Succeeded) return new Refusal(RefusalReason.PasswordWrong, "password");
        await ForgetAsync(user);
        await signIn.RefreshSignInAsync(user);
        return null;
    }

    /// <summary>By an administrator, for somebody who lost both phone and paper.</summary>
    public async Task ForgetAsync(StaffUser user)
    {
        await users.SetTwoFactorEnabledAsync(user, false);
        await users.ResetAuthenticatorKeyAsync(user);
    }

    /// <summary>Is somebody between the two steps in this browser? He has five minutes.</summary>
    public async Task<bool> IsAwaitedAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is not null;

    /// <param name="code">Of the app, or one of those on paper.</param>
    /// <returns>Null: signed in.</returns>
    public async Task<Refusal?> SignInAsync(string? code, bool remember)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user) return new Refusal(RefusalReason.CodeExpired);
        var (digits, paper) = (Digits(code), Paper(code));
        // No guess at all.
        if (digits.Length == 0 && paper.Length == 0) return new Refusal(RefusalReason.CodeWrong, "code");
        var device = await devices.StartAsync(user.Id, signIn.Context);
        current.DeviceId = device;
        var result = digits.Length > 0
            ? await signIn.TwoFactorAuthenticatorSignInAsync(digits, remember, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(paper);
        if (result.Succeeded) return null;
        current.DeviceId = null;
        await devices.EndAsync(user.Id, device);
        return new Refusal(result.IsLockedOut ? RefusalReason.TooManyTries : RefusalReason.CodeWrong, "code");
    }

    private async Task<StaffUser> UserAsync(Guid id) => await users.FindByIdAsync(id.ToString()) ?? throw new InvalidOperationException("Who is signed in is a user");

    /// <summary>Apps show them in two groups.</summary>
    private static string Digits(string? code) => code?.Replace(" ", "", StringComparison.Ordinal) is { Length: 6 } digits && digits.All(char.IsAsciiDigit) ? digits : "";

    /// <summary>As they were printed: XXXXX-XXXXX, however somebody copies that.</summary>
    private static string Paper(string? code)
    {
        var signs = new StringBuilder();
        foreach (var sign in code ?? "")
            if (char.IsAsciiLetterOrDigit(sign)) signs.Append(char.ToUpperInvariant(sign));
        return signs.Length == 10 ? $"{signs.ToString(0, 5)}-{signs.ToString(5, 5)}" : "";
    }
}
