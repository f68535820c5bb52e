using System.Text.RegularExpressions;
using Kabinet.Staff;
using Xunit;

namespace Kabinet.Web.Tests.Staff;

/// <summary>The link of the letter, through a real mail server.</summary>
public partial class ForgottenPasswordTests(PostgresCluster postgres)
{
    private const string NewPassword = "лаванда и мята";

    [Theory, OnBothDatabases]
    public async Task The_letters_link_sets_another_password_once_and_ends_what_was_open(Store store)
    {
        await using var post = await MailCatcher.StartAsync();
        await using var site = await SalonSite.OpenAsync(store, postgres, post.Settings);
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        using OfficeBrowser open = new(site), desk = new(site);
        await open.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);
        for (var i = 0; i < SignInStaff.MaxFailures; i++) await desk.RefusalAsync(SalonStaff.OlgasEmail, "не тот пароль");

        await AskAsync(desk, SalonStaff.OlgasEmail.ToUpperInvariant());
        var letter = Assert.Single(await post.LettersToAsync(SalonStaff.OlgasEmail));
        var link = Link().Match(letter.TextBody!).Groups[1].Value;
        // Opening it, as a mail scanner does, changes nothing.
        Assert.Contains("Новый пароль", await desk.TextAsync(link), StringComparison.Ordinal);
        Assert.Contains("слишком короткий", (await SetAsync(desk, link, "мята")).Text, StringComparison.Ordinal);
        Assert.Equal("/office/sign-in?notice=password", (await SetAsync(desk, link, NewPassword)).LeadsTo);

        Assert.Contains("Ссылка больше не действует", (await SetAsync(desk, link, "ещё один пароль")).Text, StringComparison.Ordinal);
        Assert.Contains("не подходят", await desk.RefusalAsync(SalonStaff.OlgasEmail, SalonStaff.Password), StringComparison.Ordinal);
        // The lock-out is over as well.
        Assert.Equal("/office", await desk.SignInAsync(SalonStaff.OlgasEmail, NewPassword));
        site.Salon.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.StartsWith("/office/sign-in", await open.RedirectOfAsync("/office/work-orders"), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task An_unknown_email_hears_the_same_and_gets_no_letter(Store store)
    {
        await using var post = await MailCatcher.StartAsync();
        await using var site = await SalonSite.OpenAsync(store, postgres, post.Settings);
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        using var desk = new OfficeBrowser(site);

        var unknown = await AskAsync(desk, "nobody@example.com");
        var known = await AskAsync(desk, SalonStaff.OlgasEmail);
        Assert.Equal(WithoutTokens(known), WithoutTokens(unknown.Replace("nobody@example.com", SalonStaff.OlgasEmail, StringComparison.Ordinal)));
        // Letters go out in their order: what was asked for first would be there by now.
        await post.LettersToAsync(SalonStaff.OlgasEmail);
        Assert.Empty(await post.ReadAsync("nobody@example.com"));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_is_flooded_with_letters(Store store)
    {
        await using var post = await MailCatcher.StartAsync();
        await using var site = await SalonSite.OpenAsync(store, postgres, post.Settings);
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        await site.Salon.HireAsync(SalonStaff.IrinasEmail, "Ирина", StaffRole.Manager);
        using var desk = new OfficeBrowser(site);

        for (var i = 0; i <= AskForPassword.EmailPerHour; i++) Assert.Contains("ушло письмо", await AskAsync(desk, SalonStaff.OlgasEmail), StringComparison.Ordinal);
        await AskAsync(desk, SalonStaff.IrinasEmail);
        await post.LettersToAsync(SalonStaff.IrinasEmail);
        Assert.Equal(AskForPassword.EmailPerHour, (await post.ReadAsync(SalonStaff.OlgasEmail)).Count);
    }

    [Theory, OnBothDatabases]
    public async Task Another_persons_link_and_an_invented_one_open_nothing(Store store)
    {
        await using var post = await MailCatcher.StartAsync();
        await using var site = await SalonSite.OpenAsync(store, postgres, post.Settings);
        var olga = await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        var irina = await site.Salon.HireAsync(SalonStaff.IrinasEmail, "Ирина", StaffRole.Manager);
        using var desk = new OfficeBrowser(site);
        await AskAsync(desk, SalonStaff.IrinasEmail);
        var link = Link().Match(Assert.Single(await post.LettersToAsync(SalonStaff.IrinasEmail)).TextBody!).Groups[1].Value;

        foreach (var other in new[] { link.Replace($"{irina.Id}", $"{olga.Id}", StringComparison.Ordinal), $"/office/new-password?user={olga.Id}&code=invented", "/office/new-password?user=nobody&code=x", "/office/new-password" })
            Assert.Contains("Ссылка больше не действует", (await SetAsync(desk, other, NewPassword)).Text, StringComparison.Ordinal);
        Assert.Equal("/office", await desk.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password));
    }

    [Fact]
    public async Task Without_a_mail_server_the_page_says_who_can_help()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var desk = new OfficeBrowser(site);
        Assert.Contains("Обратитесь к администратору", await desk.TextAsync(ForgottenPasswordPage.Path), StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(OfficeBrowser desk, string email) =>
        (await desk.SubmitAsync(ForgottenPasswordPage.Path, [("_handler", "forgotten"), ("Email", email)])).Text;

    private static Task<(string? LeadsTo, string Text)> SetAsync(OfficeBrowser desk, string link, string password) =>
        desk.SubmitAsync(link, [("_handler", "new-password"), ("Password", password)]);

    private static string WithoutTokens(string page) => Token().Replace(page, "");

    [GeneratedRegex("value=\"[\\w-]{40,}\"|<!--Blazor[^>]*-->")]
    private static partial Regex Token();

    [GeneratedRegex(@"https://book\.example(/\S+)")]
    private static partial Regex Link();
}
