namespace Kabinet.Resources;

internal static class ResourcesRoom
{
    public static void AddResources(this IServiceCollection services)
    {
        services.AddSingleton<ResourceList>();
        services.AddSingleton<CreateResource>();
        services.AddSingleton<ChangeResource>();
        services.AddSingleton<ArrangeResourceKinds>();
    }
}
