using Kabinet.Data;
using Kabinet.Staff;
using NodaTime;

namespace Kabinet.Web.Tests.Staff;

/// <summary>Keys in the salon: Olga, who owns it, makes them.</summary>
public static class KeyMaking
{
    public static ApiKeys ApiKeys(this Salon salon) => new(salon.Use<Databases>(), salon.Use<IClock>());
    public static CreateApiKey CreateApiKey(this Salon salon) => new(salon.Use<CompanyWork>(), salon.Use<IClock>());
    public static RevokeApiKey RevokeApiKey(this Salon salon) => new(salon.Use<CompanyWork>(), salon.Use<IClock>());

    /// <summary>A form that is right in everything.</summary>
    public static ApiKeyForm Form(string name = "Сайт", ApiAccess access = ApiAccess.ReadWorkOrders) => new() { Name = name, Access = access };

    /// <summary>Somebody with that role, at the desk.</summary>
    public static async Task<SignedInMember> AtDeskAsync(this Salon salon, string email, string name, StaffRole role) =>
        new(salon.Company.Id, (await salon.HireAsync(email, name, role)).Id, name, role, null);

    public static Task<SignedInMember> OlgaAtDeskAsync(this Salon salon) => salon.AtDeskAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);

    public static async Task<NewApiKey> MakeKeyAsync(this Salon salon, SignedInMember owner, ApiKeyForm? form = null) =>
        (await salon.CreateApiKey().RunAsync(owner, form ?? Form())).Value;

    /// <summary>The secret of a key with that access.</summary>
    public static async Task<string> NewKeyAsync(this SalonSite site, ApiAccess access) =>
        (await site.Salon.MakeKeyAsync(await site.Salon.OlgaAtDeskAsync(), Form(access: access))).Secret;

    /// <summary>Why the secret opens nothing; null: it does.</summary>
    public static async Task<RefusalReason?> TryKeyAsync(this Salon salon, string? secret, int? companyId = null)
    {
        var caller = await salon.ApiKeys().FindAsync(companyId ?? salon.Company.Id, secret);
        return caller.IsRefused ? caller.Refusals[0].Reason : null;
    }
}
