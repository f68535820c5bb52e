using System.Globalization;
using System.Security.Claims;

namespace Kabinet.Staff;

/// <summary>The member of staff at the desk: what the sign-in cookie says of a <see cref="StaffMember"/>.</summary>
/// <param name="ResourceId">The resource that a specialist is.</param>
public sealed record SignedInMember(int CompanyId, Guid UserId, string Name, StaffRole Role, int? ResourceId)
{
    public const string CompanyClaim = "company", NameClaim = "member", ResourceClaim = "resource", DeviceClaim = "device";

    public bool IsOwner => Role == StaffRole.Owner;
    public bool IsManagement => Role is StaffRole.Owner or StaffRole.Manager;

    /// <summary>Null: nobody, or somebody who works in no company.</summary>
    public static SignedInMember? Of(ClaimsPrincipal person) =>
        Number(person, CompanyClaim) is { } company
        && Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var user)
        && Enum.TryParse<StaffRole>(person.FindFirstValue(ClaimTypes.Role), out var role)
            ? new SignedInMember(company, user, person.FindFirstValue(NameClaim) ?? "", role, Number(person, ResourceClaim))
            : null;

    /// <summary>The <see cref="StaffDevice"/> that the cookie is of; null: it names none.</summary>
    public static Guid? DeviceOf(ClaimsPrincipal person) => Guid.TryParse(person.FindFirstValue(DeviceClaim), out var device) ? device : null;

    public static SignedInMember Of(StaffMember member) => new(member.CompanyId, member.UserId, member.Name, member.Role, member.ResourceId);

    /// <summary>What the cookie is given; the user's id is there already.</summary>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim(CompanyClaim, CompanyId.ToString(CultureInfo.InvariantCulture));
        yield return new Claim(NameClaim, Name);
        yield return new Claim(ClaimTypes.Role, Role.ToString());
        if (ResourceId is { } resource) yield return new Claim(ResourceClaim, resource.ToString(CultureInfo.InvariantCulture));
    }

    private static int? Number(ClaimsPrincipal person, string claim) =>
        int.TryParse(person.FindFirstValue(claim), CultureInfo.InvariantCulture, out var number) ? number : null;
}
