using Kabinet.Data;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Staff;

/// <summary>In which company a user works.</summary>
public sealed class Memberships(Databases databases)
{
    /// <summary>The user's place; of several companies the first. Null: none.</summary>
    public async Task<SignedInMember?> FindAsync(Guid userId, CancellationToken cancel = default)
    {
        await using var db = databases.Open();
        // Who signs in has no company yet: the filter that keeps companies apart is lifted for his own rows.
        var member = await db.StaffMembers.IgnoreQueryFilters([AppDb.OfCompany]).AsNoTracking()
            .Where(one => one.UserId == userId)
            .OrderBy(one => one.CompanyId)
            .FirstOrDefaultAsync(cancel);
        return member is null ? null : SignedInMember.Of(member);
    }
}
