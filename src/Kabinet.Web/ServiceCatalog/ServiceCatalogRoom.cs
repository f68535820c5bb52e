namespace Kabinet.ServiceCatalog;

internal static class ServiceCatalogRoom
{
    public static void AddServiceCatalog(this IServiceCollection services)
    {
        services.AddSingleton<ServiceList>();
        services.AddSingleton<CreateService>();
        services.AddSingleton<ChangeService>();
        services.AddSingleton<ArrangeServiceGroups>();
    }
}
