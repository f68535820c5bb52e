using Kabinet.Data;

namespace Kabinet.Companies;

internal static class CompaniesRoom
{
    public static void AddCompanies(this IServiceCollection services, CompanyCreators creators, int triesPerHour)
    {
        services.AddSingleton(provider => new CompanyCreation(provider.GetRequiredService<Databases>(), creators, triesPerHour));
        services.AddScoped<OpenNewCompany>();
        services.AddSingleton<ChangeAbout>();
    }

    /// <summary>The installation's own address leads to the first company's beginning; after that nobody lives there.</summary>
    public static void MapCompanies(this WebApplication app) => app.MapGet("/", async (CompanyCreation creation, CancellationToken cancel) =>
        await creation.WaitsForFirstAsync(cancel) ? Results.LocalRedirect(NewCompanyPage.Path) : Results.NotFound());
}
