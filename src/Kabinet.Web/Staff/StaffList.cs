using Kabinet.Data;
using Kabinet.Resources;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Staff;

/// <param name="Email">With which the person signs in.</param>
public sealed record StaffRow(Guid UserId, string Name, string Email, StaffRole Role, int? ResourceId);

/// <summary>«Сотрудники»: who works here and who is invited.</summary>
/// <param name="Members">Owners first, then by name.</param>
/// <param name="Invitations">The latest first.</param>
/// <param name="Resources">In their order, archived ones too: somebody may still be one.</param>
public sealed record StaffPlaces(IReadOnlyList<StaffRow> Members, IReadOnlyList<StaffInvitation> Invitations, IReadOnlyList<Resource> Resources, DateTimeZone Zone)
{
    public string ResourceName(int? id) => Resources.FirstOrDefault(resource => resource.Id == id)?.Name ?? "";
}

/// <summary>Reads «Сотрудники» of one company.</summary>
public sealed class StaffList(Databases databases)
{
    public async Task<StaffPlaces> ReadAsync(int companyId, CancellationToken cancel = default)
    {
        await using var db = databases.Open(companyId);
        var company = await db.Companies.AsNoTracking().SingleAsync(one => one.Id == companyId, cancel);
        var members = await db.StaffMembers
            .Join(db.Users, member => member.UserId, user => user.Id, (member, user) => new StaffRow(user.Id, member.Name, user.Email ?? "", member.Role, member.ResourceId))
            .ToListAsync(cancel);
        var invitations = await db.StaffInvitations.AsNoTracking().OrderByDescending(one => one.Id).ToListAsync(cancel);
        var resources = await db.Resources.AsNoTracking().OrderBy(one => one.Position).ThenBy(one => one.Id).ToListAsync(cancel);
        return new StaffPlaces([.. members.OrderBy(one => one.Role).ThenBy(one => one.Name, StringComparer.CurrentCultureIgnoreCase)], invitations, resources, company.Zone);
    }
}
