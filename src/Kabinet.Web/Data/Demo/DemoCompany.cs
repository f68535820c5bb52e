using Kabinet.Companies;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Data.Demo;

/// <summary>
/// A beauty salon with two weeks behind and two ahead of it, and a garage next door that sees nothing of the salon: to look around in. Made
/// at the start with --demo where there is no company yet.
/// </summary>
public sealed class DemoCompany(Databases databases, IClock clock)
{
    private static readonly string[] Slugs = ["mint", "garage"];

    public async Task CreateAsync(CancellationToken cancel = default)
    {
        using var gate = await databases.EnterWriteGateAsync(cancel);
        await using var db = databases.Open();
        if (await db.Companies.AnyAsync(cancel)) return;

        // One transaction: stopped half-way, the next start begins anew.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var slug in Slugs) await CreateAsync(db, DemoContent.Read(slug), clock.GetCurrentInstant(), cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>E-mail and password of those who can sign in to the back office; empty where there is no demo company.</summary>
    public async Task<IReadOnlyList<(string Email, string Password)>> SignInsAsync(CancellationToken cancel = default)
    {
        await using var db = databases.Open();
        var people = Slugs.Select(DemoContent.Read).SelectMany(content => content.Staff.Select(person => (person.Email, content.Password))).ToList();
        var emails = people.ConvertAll(person => person.Email);
        var known = await db.Users.Where(user => emails.Contains(user.Email!)).Select(user => user.Email).ToListAsync(cancel);
        return [.. people.Where(person => known.Contains(person.Email))];
    }

    private static async Task CreateAsync(AppDb db, DemoContent content, Instant now, CancellationToken cancel)
    {
        var today = now.InZone(DateTimeZoneProviders.Tzdb[content.TimeZone]).Date;
        var company = (await CreateCompany.InAsync(db, content.Slug, content.Name, content.TimeZone, content.About, now - Duration.FromDays(30), cancel)).Value;
        company.Appearance = new Appearance { Accent = content.Accent, LogoSvg = content.LogoSvg };
        company.OnlineBooking = new OnlineBookingSettings { HorizonDays = 30 };
        company.Publish();

        var catalogue = new DemoCatalogue(db, company, content, today);
        var offered = await catalogue.AddAsync(now, cancel);
        var chance = new Random(2026);
        var visits = new DemoVisits(offered, catalogue.Often, chance).All();
        await new DemoOrders(db, offered, content, catalogue.Customers, chance, now).AddAsync(visits, cancel);
        AddStaff(db, company, content, catalogue.Resources);
        company.Touch();
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private static void AddStaff(AppDb db, Company company, DemoContent content, IReadOnlyDictionary<string, int> resources)
    {
        var hasher = new PasswordHasher<StaffUser>();
        foreach (var person in content.Staff)
        {
            var user = new StaffUser
            {
                Id = Guid.NewGuid(),
                UserName = person.Email,
                NormalizedUserName = person.Email.ToUpperInvariant(),
                Email = person.Email,
                NormalizedEmail = person.Email.ToUpperInvariant(),
                EmailConfirmed = true,
                LockoutEnabled = true,
                SecurityStamp = Guid.NewGuid().ToString("N"),
            };
            user.PasswordHash = hasher.HashPassword(user, content.Password);
            db.Add(user);
            db.Add(new StaffMember(company.Id, user.Id, person.Name, person.Role) { ResourceId = person.Resource is { } key ? resources[key] : null });
        }
    }
}
