using Kabinet.Staff;

namespace Kabinet.Customers;

internal static class CustomersRoom
{
    public static void AddCustomers(this IServiceCollection services)
    {
        services.AddSingleton<Devices>();
        services.AddSingleton<RequestCode>();
        services.AddSingleton<VerifyCode>();
        services.AddSingleton<SentCodes>();
        services.AddSingleton<SignOut>();
        services.AddSingleton<ClientProfiles>();
        services.AddSingleton<SaveProfile>();
        services.AddSingleton<ChangeAdvertising>();
        services.AddSingleton<MyData>();
        services.AddSingleton<AskForDeletion>();
        services.AddSingleton<KeepMyData>();
        services.AddSingleton<AnonymiseCustomer>();
        services.AddSingleton<RefuseDeletion>();
        services.AddSingleton<DeletionRequests>();
        services.AddSingleton<ConsentTexts>();
        services.AddSingleton<PublishConsentTexts>();
        services.AddSingleton<ConsentOffers>();
        services.AddSingleton<ConsentLog>();
        services.AddSingleton<CustomerList>();
        services.AddSingleton<OpenCustomer>();
        services.AddSingleton<CreateCustomer>();
        services.AddSingleton<ChangeCustomer>();
        services.AddSingleton<MergeCustomers>();
    }

    /// <summary>Files for the staff.</summary>
    public static void MapCustomers(this WebApplication app) => app.MapGet(ConsentLogFile.Path, ConsentLogFile.AnswerAsync).RequireAuthorization(StaffPolicies.Management);
}
