using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Kabinet.Data;

internal static class DataRoom
{
    public static void AddData(this IServiceCollection services, DatabaseChoice choice)
    {
        services.AddSingleton(choice);
        services.AddSingleton<Databases>();
        services.AddSingleton<CompanyChanges>();
        services.AddSingleton<CompanyWork>();
        services.AddSingleton<StartUp>();
        services.AddSingleton<Demo.DemoCompany>();
        services.TryAddSingleton<IClock>(provider => new TimeProviderClock(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(TimeProvider.System);
        // For Identity and data protection, which take a context from the request's scope.
        services.AddScoped<AppDb>(provider => provider.GetRequiredService<Databases>().Open());
        services.AddDataProtection().SetApplicationName("Kabinet").PersistKeysToDbContext<AppDb>();
    }

    /// <summary>One clock for everything: the framework's, which a test can turn.</summary>
    private sealed class TimeProviderClock(TimeProvider time) : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(time.GetUtcNow());
    }
}
