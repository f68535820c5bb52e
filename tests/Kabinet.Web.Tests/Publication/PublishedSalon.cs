using Kabinet.Publication;
using Kabinet.Staff;
using Kabinet.Web.Tests.Staff;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Web.Tests.Publication;

/// <summary>What Olga does on the page «Публикация», of the salon's own node or of the site.</summary>
public static class PublishedSalon
{
    /// <summary>Where the salon is before anything changes.</summary>
    public const string Mint = TestCompany.Slug;

    public static async Task<Outcome<string>> MoveAsync(this Salon salon, ChangeAddress change, string to, string from = Mint) =>
        await change.RunAsync(await salon.HiredOlgaAsync(), to, from);

    public static async Task<SignedInMember> HiredOlgaAsync(this Salon salon)
    {
        await using var db = salon.Db();
        return await db.StaffMembers.AsNoTracking().FirstOrDefaultAsync(one => one.Role == StaffRole.Owner) is { } hired ? SignedInMember.Of(hired) : await salon.OlgaAtDeskAsync();
    }

    /// <summary>An owner of another company, at her own desk.</summary>
    public static async Task<SignedInMember> RivalAsync(this Salon salon, string slug = "garage")
    {
        var rival = await TestCompany.CreateAsync(salon.Use<Kabinet.Data.Databases>(), salon.Now, slug);
        await using var db = salon.Use<Kabinet.Data.Databases>().Open(rival.Id);
        var member = new StaffMember(rival.Id, (await salon.HireAsync($"owner@{slug}.example", "Пётр", StaffRole.Manager)).Id, "Пётр", StaffRole.Owner);
        db.Add(member);
        await db.SaveChangesAsync();
        return SignedInMember.Of(member);
    }
}
