using System.Globalization;
using Kabinet.OnlineBooking;
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
        services.AddSingleton<ExportCustomer>();
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
        services.AddSingleton<ImportCustomers>();
    }

    /// <summary>Files for the staff.</summary>
    public static void MapCustomers(this WebApplication app)
    {
        app.MapGet(CustomersFile.CsvPath, CustomersFile.CsvAsync).RequireAuthorization(StaffPolicies.Management);
        app.MapGet(CustomersFile.XlsxPath, CustomersFile.XlsxAsync).RequireAuthorization(StaffPolicies.Management);
        app.MapGet(ConsentLogFile.Path, ConsentLogFile.AnswerAsync).RequireAuthorization(StaffPolicies.Management);
        app.MapGet(CustomersPage.ListPath + "/{id:int}/data.json", (HttpContext http, int id, ExportCustomer export, CompanySnapshots snapshots) =>
            ExportAsync(http, id, export, snapshots, "json", "application/json; charset=utf-8", data => data.ToJson())).RequireAuthorization(StaffPolicies.Management);
        app.MapGet(CustomersPage.ListPath + "/{id:int}/data.html", (HttpContext http, int id, ExportCustomer export, CompanySnapshots snapshots) =>
            ExportAsync(http, id, export, snapshots, "html", "text/html; charset=utf-8", ClientDataHtml.Of)).RequireAuthorization(StaffPolicies.Management);
    }

    /// <summary>Always a file to keep: a page of the office itself it must not become.</summary>
    private static async Task<IResult> ExportAsync(
        HttpContext http, int id, ExportCustomer export, CompanySnapshots snapshots, string ending, string type, Func<ClientData, byte[]> write)
    {
        var member = SignedInMember.Of(http.User)!;
        var company = (await snapshots.GetAsync(member.CompanyId, http.RequestAborted)).Catalogue.Company;
        if (await export.RunAsync(member, company, id, http.RequestAborted) is not { } data) return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(write(data), type, string.Create(CultureInfo.InvariantCulture, $"{company.Slug}-customer-{id}.{ending}"));
    }
}
