using System.Net;
using Kabinet.Data;
using Kabinet.Staff;
using Kabinet.Web.Tests.Starting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Commands;

public class CreateCompanyCommandTests(PostgresCluster postgres)
{
    private const string Password = "мята-и-лимон", Email = "olga@mint.example";

    [Theory, OnBothDatabases]
    public async Task The_owner_can_sign_in_and_own_another_company_too(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);

        var first = await CreateAsync(database, "mint", Email, input: $"{Password}\n");
        var second = await CreateAsync(database, "garage", Email.ToUpperInvariant(), input: "");

        Assert.Equal((0, ""), (first.ExitCode, first.Errors));
        Assert.Equal("Created Студия «Мята»\n  Cabinet      /mint   not open to clients yet\n  Back office  /office   olga@mint.example\n", first.Output);
        Assert.Equal((0, ""), (second.ExitCode, second.Errors));
        Assert.Contains("with the password as before", second.Output, StringComparison.Ordinal);
        using var databases = new Databases(database.Choice);
        await using var db = databases.Open();
        var user = await db.Users.SingleAsync(Cancel);
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<StaffUser>().VerifyHashedPassword(user, user.PasswordHash!, Password));
        var places = await db.StaffMembers.IgnoreQueryFilters([AppDb.OfCompany]).ToListAsync(Cancel);
        Assert.Equal([(user.Id, StaffRole.Owner), (user.Id, StaffRole.Owner)], places.Select(place => (place.UserId, place.Role)));
        Assert.Equal(["garage", "mint"], await db.Companies.Select(company => company.Slug).Order().ToListAsync(Cancel));
    }

    [Fact]
    public async Task The_password_may_come_from_a_file_or_a_variable()
    {
        await using var database = await TestDatabase.CreateAsync(Store.Sqlite, postgres);
        var file = Path.Combine(database.Folder!, "password");
        await File.WriteAllTextAsync(file, Password + "\r\nsecond line", Cancel);

        Assert.Equal(0, (await CreateAsync(database, "mint", Email, ["--password-file", file])).ExitCode);
        Assert.Equal(0, (await CreateAsync(database, "garage", "ivan@garage.example", ["--password-variable", "OWNER", "--publish"], environment: new() { ["OWNER"] = Password })).ExitCode);

        using var server = Application.Start("--data", database.Folder!, "--urls", "http://127.0.0.1:0");
        var root = new Uri((await server.ReadToAsync("Back office", Cancel))!.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]);
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(root, "/garage"), Cancel)).StatusCode);
        using var databases = new Databases(database.Choice);
        await using var db = databases.Open();
        Assert.All(await db.Users.ToListAsync(Cancel), user =>
            Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<StaffUser>().VerifyHashedPassword(user, user.PasswordHash!, Password)));
    }

    [Theory, OnBothDatabases]
    public async Task What_is_refused_leaves_nothing(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        await CreateAsync(database, "mint", Email, input: Password);

        var taken = await CreateAsync(database, "mint", "other@mint.example", input: Password);
        var weak = await CreateAsync(database, "garage", "ivan@garage.example", input: "мята");
        var none = await CreateAsync(database, "garage", "ivan@garage.example", ["--password-variable", "NOT_THERE"]);

        Assert.Equal((1, "Kabinet: there is a company at 'mint' already\n"), (taken.ExitCode, taken.Errors));
        Assert.Equal((1, "Kabinet: the password will not do: Passwords must be at least 8 characters.\n"), (weak.ExitCode, weak.Errors));
        Assert.Equal((1, "Kabinet: there is no environment variable NOT_THERE\n"), (none.ExitCode, none.Errors));
        using var databases = new Databases(database.Choice);
        await using var db = databases.Open();
        Assert.Equal((1, 1), (await db.Companies.CountAsync(Cancel), await db.Users.CountAsync(Cancel)));
    }

    [Theory]
    [InlineData("Mint", "Europe/Moscow", Email, "'Mint' is no address: 2 to 40 small Latin letters, digits and inner hyphens")]
    [InlineData("office", "Europe/Moscow", Email, "'office' is a word of Kabinet itself")]
    [InlineData("mint", "Europe/Masow", Email, "there is no time zone 'Europe/Masow'; it is named as in Europe/Moscow")]
    [InlineData("mint", "Europe/Moscow", "olga", "'olga' is no e-mail address")]
    public async Task What_is_wrong_with_the_words_is_said_in_one_line(string address, string zone, string email, string said)
    {
        var run = await Application.RunAsync(["create-company", "--address", address, "--name", "Мята", "--time-zone", zone, "--owner", email, "--data", "/nowhere"], Cancel, Password);

        Assert.Equal((2, "", $"Kabinet: {said}; see kabinet create-company --help\n"), (run.ExitCode, run.Output, run.Errors));
    }

    private static Task<Application.Run> CreateAsync(
        TestDatabase database, string address, string email, string[]? more = null, string input = "", Dictionary<string, string?>? environment = null) =>
        Application.RunAsync(["create-company", "--address", address, "--name", "Студия «Мята»", "--time-zone", "Europe/Moscow", "--owner", email, .. Application.On(database), .. more ?? []], Cancel, input, environment);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
