using Kabinet.Companies;
using Kabinet.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Staff;

/// <summary>The one who will have a place in a company.</summary>
/// <param name="Password">Null: the user is there already, and keeps his own.</param>
/// <param name="IsEmailProved">False: a stranger typed it, and nothing says that it is his.</param>
internal sealed record NewMember(string Email, string Name, string? Password, bool IsEmailProved = true);

/// <summary>Gives somebody a place in a company, in the transaction that is open: a user that is there already, or a new one.</summary>
internal sealed class AppointStaff(UserManager<StaffUser> users)
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

    /// <param name="resourceId">The resource that this person is; null: none.</param>
    public async Task<StaffUser> RunAsync(AppDb db, Company company, NewMember person, StaffRole role, int? resourceId, CancellationToken cancel)
    {
        var normalised = users.NormalizeEmail(person.Email);
        var user = await db.Users.FirstOrDefaultAsync(one => one.NormalizedEmail == normalised, cancel) ?? Add(db, person, normalised);
        db.Add(new StaffMember(company.Id, user.Id, person.Name, role) { ResourceId = resourceId });
        return user;
    }

    private StaffUser Add(AppDb db, NewMember person, string? normalised)
    {
        var user = new StaffUser
        {
            Id = Guid.NewGuid(),
            UserName = person.Email,
            NormalizedUserName = users.NormalizeName(person.Email),
            Email = person.Email,
            NormalizedEmail = normalised,
            EmailConfirmed = person.IsEmailProved,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        user.PasswordHash = users.PasswordHasher.HashPassword(user, person.Password ?? throw new ArgumentException("A new user needs a password", nameof(person)));
        db.Add(user);
        return user;
    }
}
