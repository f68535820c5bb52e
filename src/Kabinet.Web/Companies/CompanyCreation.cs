using System.Threading.RateLimiting;
using Kabinet.Data;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Companies;

/// <summary>Who may create a company in the browser, once there is one.</summary>
public enum CompanyCreators
{
    /// <summary>An owner who is signed in: one firm's own server.</summary>
    Owners,

    /// <summary>Everybody who comes by: a service for all.</summary>
    Anyone,

    /// <summary>Nobody: an administrator does it by the command line.</summary>
    Nobody,
}

/// <summary>
/// Who may create a company here, and how often one network address may try. Where owners may, the first one of an installation is created by
/// whoever comes first: there is nobody yet who could be asked.
/// </summary>
/// <param name="triesPerHour">0: any number.</param>
internal sealed class CompanyCreation(Databases databases, CompanyCreators creators, int triesPerHour) : IDisposable
{
    public const int UsualTriesPerHour = 20;

    private readonly PartitionedRateLimiter<string> tries = PartitionedRateLimiter.Create<string, string>(address => triesPerHour > 0
        ? RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = triesPerHour, Window = TimeSpan.FromHours(1) })
        : RateLimitPartition.GetNoLimiter(address));

    /// <summary>May an owner add another company? Whether somebody is one is asked by <see cref="MayAsync(SignedInMember?, CancellationToken)"/>.</summary>
    public bool LetsOwners => creators is not CompanyCreators.Nobody;

    /// <summary>Is there no company yet, and may whoever comes by create it?</summary>
    public async Task<bool> WaitsForFirstAsync(CancellationToken cancel = default)
    {
        if (creators is CompanyCreators.Nobody) return false;
        await using var db = databases.Open();
        return !await db.Companies.AnyAsync(cancel);
    }

    public async Task<bool> MayAsync(SignedInMember? member, CancellationToken cancel = default)
    {
        await using var db = databases.Open();
        return await MayAsync(db, member, cancel);
    }

    /// <summary>As the database of that context has it.</summary>
    public async Task<bool> MayAsync(AppDb db, SignedInMember? member, CancellationToken cancel) => creators switch
    {
        CompanyCreators.Anyone => true,
        CompanyCreators.Nobody => false,
        CompanyCreators.Owners when member is not null && await OwnsAnyAsync(db, member, cancel) => true,
        _ => !await db.Companies.AnyAsync(cancel),
    };

    /// <summary>Counts a try of the address; false: there were too many.</summary>
    public bool TryFrom(string address)
    {
        using var lease = tries.AttemptAcquire(address);
        return lease.IsAcquired;
    }

    public void Dispose() => tries.Dispose();

    private static Task<bool> OwnsAnyAsync(AppDb db, SignedInMember member, CancellationToken cancel) =>
        db.StaffMembers.IgnoreQueryFilters([AppDb.OfCompany]).AnyAsync(one => one.UserId == member.UserId && one.Role == StaffRole.Owner, cancel);
}
