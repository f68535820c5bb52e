using System.Globalization;
using Kabinet.Companies;
using Kabinet.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Kabinet.Staff;

internal static class StaffRoom
{
    /// <summary>How long a sign-in that is remembered lasts after the last request.</summary>
    public const int CookieDays = 14;

    public const string SignInPath = "/office/sign-in", SignOutPath = "/office/sign-out", NoAccessPath = "/office/no-access", EnterCompanyPath = "/office/company";

    public static void AddStaff(this IServiceCollection services)
    {
        services.AddSingleton<Memberships>();
        services.AddScoped<CurrentSignIn>();
        services.AddSingleton<StaffDevices>();
        services.AddScoped<SignInStaff>();
        services.AddScoped<EnterCompany>();
        services.AddScoped<AppointStaff>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<SetPassword>();
        services.AddScoped<SecondStep>();
        services.AddSingleton<StaffList>();
        services.AddSingleton<ChangeStaff>();
        services.AddSingleton<RemoveStaff>();
        services.AddSingleton<WithdrawInvitation>();
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<CreateApiKey>();
        services.AddSingleton<RevokeApiKey>();
        services.AddIdentityCore<StaffUser>(Configure)
            .AddEntityFrameworkStores<AppDb>()
            .AddSignInManager()
            .AddTokenProvider<DataProtectorTokenProvider<StaffUser>>(TokenOptions.DefaultProvider)
            .AddTokenProvider<AuthenticatorTokenProvider<StaffUser>>(TokenOptions.DefaultAuthenticatorProvider)
            .AddClaimsPrincipalFactory<StaffClaims>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
        {
            cookie.Cookie.Name = "kabinet-staff";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = SignInPath;
            cookie.AccessDeniedPath = NoAccessPath;
            cookie.ReturnUrlParameter = "return";
            cookie.ExpireTimeSpan = TimeSpan.FromDays(CookieDays);
            cookie.Events.OnValidatePrincipal = StaffSession.ValidateAsync;
        }));
        services.Configure<DataProtectionTokenProviderOptions>(token => token.TokenLifespan = PasswordLetters.Lifetime);
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthorizationBuilder()
            .AddPolicy(StaffPolicies.Member, policy => policy.RequireClaim(SignedInMember.CompanyClaim))
            .AddPolicy(StaffPolicies.Management, policy => policy
                .RequireClaim(SignedInMember.CompanyClaim)
                .RequireRole(nameof(StaffRole.Owner), nameof(StaffRole.Manager)))
            .AddPolicy(StaffPolicies.Ownership, policy => policy
                .RequireClaim(SignedInMember.CompanyClaim)
                .RequireRole(nameof(StaffRole.Owner)));
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, StaffRevalidation>();
    }

    /// <summary>What is told to staff by e-mail: needs a <see cref="Notifications.Mailer"/>.</summary>
    /// <param name="site">Where the links in letters lead; null: no mail server is set up.</param>
    public static void AddStaffLetters(this IServiceCollection services, Uri? site)
    {
        services.AddSingleton(new LetterLinks(site));
        services.AddSingleton<InvitationLetters>();
        services.AddScoped<InviteStaff>();
        services.AddSingleton<PasswordLetters>();
        services.AddHostedService(provider => provider.GetRequiredService<PasswordLetters>());
        services.AddSingleton<AskForPassword>();
    }

    public static void MapStaff(this WebApplication app)
    {
        app.MapPost(SignOutPath, async (HttpContext http, IAntiforgery antiforgery, SignInManager<StaffUser> signIn, StaffDevices devices) =>
        {
            if (!await antiforgery.IsRequestValidAsync(http)) return Results.LocalRedirect("/office");
            if (SignedInMember.Of(http.User) is { } member && SignedInMember.DeviceOf(http.User) is { } device) await devices.EndAsync(member.UserId, device, http.RequestAborted);
            await signIn.SignOutAsync();
            return Results.LocalRedirect(http.Request.Form["return"].ToString() is { Length: > 0 } next ? OfficeAddress.OrHome(next) : SignInPath);
        });
        app.MapPost(EnterCompanyPath, async (HttpContext http, IAntiforgery antiforgery, EnterCompany enter) =>
        {
            if (await antiforgery.IsRequestValidAsync(http) && int.TryParse(http.Request.Form["company"], NumberStyles.None, CultureInfo.InvariantCulture, out var company))
                await enter.RunAsync(http, SignedInMember.Of(http.User)!.UserId, company);
            return Results.LocalRedirect("/office");
        }).RequireAuthorization(StaffPolicies.Member);
    }

    private static void Configure(IdentityOptions identity)
    {
        identity.User.RequireUniqueEmail = true;
        identity.Lockout.MaxFailedAccessAttempts = SignInStaff.MaxFailures;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(SignInStaff.LockOutMinutes);
        // Length is what protects; a wanted digit and capital only make passwords alike.
        identity.Password.RequiredLength = NewCompanyForm.MinPasswordLength;
        identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
    }
}

/// <summary>Who may open a page.</summary>
public static class StaffPolicies
{
    /// <summary>Anybody who works in a company.</summary>
    public const string Member = nameof(Member);

    /// <summary>Its owner and managers.</summary>
    public const string Management = nameof(Management);

    /// <summary>Its owner.</summary>
    public const string Ownership = nameof(Ownership);
}
