using Kabinet.Companies;
using Kabinet.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Staff;

/// <summary>The one who will own a new company.</summary>
/// <param name="Password">Null: the user is there already, and keeps his own.</param>
/// <param name="IsEmailProved">False: a stranger typed it, and nothing says that it is his.</param>
internal sealed record NewOwner(string Email, string Name, string? Password, bool IsEmailProved = true);

/// <summary>Makes somebody the owner of a company, in the transaction that makes the company: a user that is there already, or a new one.</summary>
internal sealed class AppointOwner(UserManager<StaffUser> users)
{
    public Task<bool> IsKnownAsync(AppDb db, string email, CancellationToken cancel) => db.Users.AnyAsync(user => user.NormalizedEmail == users.NormalizeEmail(email), cancel);

    /// <summary>What is wrong with the password of a new user, in words; empty: nothing.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(string password)
    {
        List<string> faults = [];
        foreach (var validator in users.PasswordValidators)
            faults.AddRange((await validator.ValidateAsync(users, new StaffUser(), password)).Errors.Select(error => error.Description));
        return faults;
    }

    public async Task<StaffUser> RunAsync(AppDb db, Company company, NewOwner owner, CancellationToken cancel)
    {
        var normalised = users.NormalizeEmail(owner.Email);
        var user = await db.Users.FirstOrDefaultAsync(one => one.NormalizedEmail == normalised, cancel) ?? Add(db, owner, normalised);
        db.Add(new StaffMember(company.Id, user.Id, owner.Name, StaffRole.Owner));
        return user;
    }

    private StaffUser Add(AppDb db, NewOwner owner, string? normalised)
    {
        var user = new StaffUser
        {
            Id = Guid.NewGuid(),
            UserName = owner.Email,
            NormalizedUserName = users.NormalizeName(owner.Email),
            Email = owner.Email,
            NormalizedEmail = normalised,
            EmailConfirmed = owner.IsEmailProved,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        user.PasswordHash = users.PasswordHasher.HashPassword(user, owner.Password ?? throw new ArgumentException("A new user needs a password", nameof(owner)));
        db.Add(user);
        return user;
    }
}
