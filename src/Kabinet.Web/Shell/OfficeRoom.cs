using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.FirstSteps;
using Kabinet.Home;
using Kabinet.Notifications;
using Kabinet.Publication;
using Kabinet.Resources;
using Kabinet.Scheduling;
using Kabinet.ServiceCatalog;
using Kabinet.Staff;
using Kabinet.WorkOrders;

namespace Kabinet.Shell;

/// <summary>The back office: a Blazor application under /office.</summary>
internal static class OfficeRoom
{
    private const string ContentPolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void AddOffice(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "kabinet-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddScoped<RememberedLists>();
        services.AddSingleton<Handover>();
        services.AddSingleton<CompanyWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<CompanyWatch>());
        services.AddWorkOrders();
        services.AddServiceCatalog();
        services.AddResources();
        services.AddScheduling();
        services.AddPublication();
        services.AddFirstSteps();
        services.AddSingleton<OpenHome>();
        services.AddSingleton<Outbox>();
    }

    public static void MapOffice(this WebApplication app)
    {
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/office"), office => office.Use(Guard));
        app.UseAntiforgery();
        app.MapStaff();
        app.MapPublication();
        app.MapCustomers();
        // The frame policy is ours, with the rest of the policy.
        app.MapRazorComponents<OfficeApp>().AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null);
    }

    private static Task Guard(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next(http);
    }
}
