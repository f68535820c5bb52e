using Kabinet.Data;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Staff;

/// <summary>A company in which somebody works.</summary>
public sealed record CompanyPlace(int CompanyId, string Name);

/// <summary>In which companies a user works.</summary>
public sealed class Memberships(Databases databases)
{
    /// <summary>The user's place in that company, as the database has it now. Null: none, or none any more.</summary>
    /// <param name="companyId">Null: of several companies the first.</param>
    public async Task<SignedInMember?> FindAsync(Guid userId, int? companyId, CancellationToken cancel = default)
    {
        await using var db = databases.Open();
        var member = await Of(db, userId)
            .Where(one => companyId == null || one.CompanyId == companyId)
            .OrderBy(one => one.CompanyId)
            .FirstOrDefaultAsync(cancel);
        return member is null ? null : SignedInMember.Of(member);
    }

    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<CompanyPlace>> AllAsync(Guid userId, CancellationToken cancel = default)
    {
        await using var db = databases.Open();
        var places = await Of(db, userId)
            .Join(db.Companies, member => member.CompanyId, company => company.Id, (_, company) => new { company.Id, company.Name })
            .ToListAsync(cancel);
        return [.. places.OrderBy(place => place.Name, StringComparer.CurrentCulture).ThenBy(place => place.Id).Select(place => new CompanyPlace(place.Id, place.Name))];
    }

    // Who signs in has no company yet: the filter that keeps companies apart is lifted for his own rows.
    private static IQueryable<StaffMember> Of(AppDb db, Guid userId) =>
        db.StaffMembers.IgnoreQueryFilters([AppDb.OfCompany]).AsNoTracking().Where(one => one.UserId == userId);
}
