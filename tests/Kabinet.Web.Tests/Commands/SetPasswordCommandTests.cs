using Kabinet.Data;
using Kabinet.Staff;
using Kabinet.Web.Tests.Starting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Commands;

public class SetPasswordCommandTests(PostgresCluster postgres)
{
    private const string Email = "olga@mint.example", Before = "мята-и-лимон", After = "лаванда-и-мята";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_person_signs_in_with_the_new_one_and_is_nowhere_signed_in(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        await Application.RunAsync(["create-company", "--address", "mint", "--name", "Мята", "--time-zone", "Europe/Moscow", "--owner", Email, .. Application.On(database)], Cancel, Before);
        var stamp = (await ReadAsync(database)).SecurityStamp;

        var unknown = await SetAsync(database, "nobody@mint.example", After);
        var weak = await SetAsync(database, Email, "мята");
        var done = await SetAsync(database, Email.ToUpperInvariant(), After);

        Assert.Equal((1, "Kabinet: nobody signs in with nobody@mint.example\n"), (unknown.ExitCode, unknown.Errors));
        Assert.Equal((1, "Kabinet: the password will not do: Passwords must be at least 8 characters.\n"), (weak.ExitCode, weak.Errors));
        Assert.Equal((0, $"{Email} has a new password\n", ""), (done.ExitCode, done.Output, done.Errors));
        var user = await ReadAsync(database);
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<StaffUser>().VerifyHashedPassword(user, user.PasswordHash!, After));
        Assert.NotEqual(stamp, user.SecurityStamp);
    }

    private static Task<Application.Run> SetAsync(TestDatabase database, string email, string password) =>
        Application.RunAsync(["set-password", email, .. Application.On(database)], Cancel, password);

    private static async Task<StaffUser> ReadAsync(TestDatabase database)
    {
        using var databases = new Databases(database.Choice);
        await using var db = databases.Open();
        return await db.Users.AsNoTracking().SingleAsync(Cancel);
    }
}
