namespace Kabinet.FirstSteps;

internal static class FirstStepsRoom
{
    public static void AddFirstSteps(this IServiceCollection services)
    {
        services.AddSingleton<OfferServices>();
        services.AddSingleton<TakeOnPeople>();
        services.AddSingleton<DismissFirstSteps>();
    }
}
