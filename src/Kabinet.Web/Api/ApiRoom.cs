using System.Text.Json;
using System.Text.Json.Serialization;
using Kabinet.Exchange;
using Kabinet.Shell;

namespace Kabinet.Api;

/// <summary>The API under /api/v1/{company}: the same use cases as the pages, for those who bring their own client.</summary>
internal static class ApiRoom
{
    /// <summary>What stands before the company in an address.</summary>
    public const string Root = "/api/v1";

    private const string AnyOrigin = "api";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<ApiVisitors>();
        services.AddSingleton<ApiCallers>();
        services.AddSingleton<KeyLimits>();
        services.AddApiDocument();
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = StrictJson.Options.Encoder;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        });
        // No cookie counts here, so a page of any site may ask.
        services.AddCors(cors => cors.AddPolicy(AnyOrigin, policy => policy.AllowAnyOrigin().AllowAnyHeader().AllowAnyMethod().WithExposedHeaders("Location", "Retry-After")));
    }

    public static void UseApi(this WebApplication app) => app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api =>
    {
        api.UseMiddleware<ApiGate>();
        api.UseCors(AnyOrigin);
        api.UseRateLimiter();
        api.UseMiddleware<ApiCompany>();
    });

    public static void MapApi(this WebApplication app)
    {
        var company = app.MapGroup(Root + "/{company}").RequireRateLimiting(RequestLimits.Api);
        company.MapAbout();
        var open = company.MapGroup("").AddEndpointFilter(RefuseClosed);
        open.MapCatalogue();
        open.MapFreeTime();
        company.MapBookings();
        company.MapCodes();
        // A key has a limit of its own.
        var office = company.MapGroup("").DisableRateLimiting();
        office.MapCustomers();
        office.MapWorkOrders();
        office.MapServiceCards();
        office.MapResourceCards();
        app.MapProblemTypes();
        app.MapOpenApi("/openapi/{documentName}.json");
        // Says that the process answers, and costs nothing.
        app.MapGet("/health", () => Results.Ok()).ExcludeFromDescription();
    }

    private static ValueTask<object?> RefuseClosed(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Features.Get<ApiCall>() is { Company.IsPublished: false } call
            ? ValueTask.FromResult<object?>(call.Refuse(RefusalReason.CabinetClosed))
            : next(context);
}
