using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Kabinet.Staff;
using Kabinet.Web.Tests.Starting;
using Xunit;

namespace Kabinet.Web.Tests.Staff;

/// <summary>Olga with an authenticator app: TOTP as RFC 6238 says it, on the real time as her phone has it.</summary>
public partial class SecondStepTests(PostgresCluster postgres)
{
    private const string Orders = "/office/work-orders";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task After_the_password_a_code_is_asked_for_and_nothing_opens_before(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var olga = await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        using OfficeBrowser desk = new(site), phone = new(site);
        var (secret, papers) = await TurnOnAsync(desk);
        Assert.Equal(SecondStep.RecoveryCodes, papers.Distinct().Count());
        // At the desk where it was turned on she goes on.
        Assert.Equal(HttpStatusCode.OK, await desk.StatusOfAsync(Orders));

        Assert.Equal("/office/second-step?remember=false&return=%2Foffice%2Fwork-orders", await phone.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password, returnTo: Orders));
        Assert.StartsWith("/office/sign-in", await phone.RedirectOfAsync(Orders), StringComparison.Ordinal);
        Assert.Single(await site.Use<StaffDevices>().ListAsync(olga.Id, Cancel));
        Assert.Contains("Неверный код", (await EnterAsync(phone, "12345")).Text, StringComparison.Ordinal);
        Assert.Equal(Orders, (await EnterAsync(phone, Now(secret).Insert(3, " "))).LeadsTo);
        Assert.Equal(HttpStatusCode.OK, await phone.StatusOfAsync(Orders));
    }

    [Theory, OnBothDatabases]
    public async Task A_code_on_paper_opens_once(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        using OfficeBrowser desk = new(site), phone = new(site), again = new(site);
        var (_, papers) = await TurnOnAsync(desk);

        await phone.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);
        Assert.Equal(Orders, (await EnterAsync(phone, papers[0].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))).LeadsTo);
        await again.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);
        Assert.Contains("Неверный код", (await EnterAsync(again, papers[0])).Text, StringComparison.Ordinal);
        Assert.StartsWith("/office/sign-in", await again.RedirectOfAsync(Orders), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Guessing_codes_locks_out_and_the_page_alone_opens_nothing(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        using OfficeBrowser desk = new(site), thief = new(site), stranger = new(site);
        var (secret, _) = await TurnOnAsync(desk);

        Assert.Equal("/office/sign-in", await stranger.RedirectOfAsync(SecondStepPage.Path));
        await thief.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);
        for (var i = 0; i < SignInStaff.MaxFailures; i++) await EnterAsync(thief, Wrong(secret));
        Assert.Null((await EnterAsync(thief, Now(secret))).LeadsTo);
        Assert.StartsWith("/office/sign-in", await thief.RedirectOfAsync(Orders), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task It_is_not_on_before_the_app_has_shown_a_code_and_is_turned_off_by_the_password(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        using OfficeBrowser desk = new(site), phone = new(site);
        await desk.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);
        await desk.SubmitAsync(AccountPage.Path, [("_handler", "second-step-begin")]);
        var secret = SecretOf(await desk.TextAsync(AccountPage.Path));
        Assert.Contains("Неверный код", (await desk.SubmitAsync(AccountPage.Path, [("_handler", "second-step-on"), ("OnCode", Wrong(secret))])).Text, StringComparison.Ordinal);
        Assert.Equal("/office", await phone.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password));

        await desk.SubmitAsync(AccountPage.Path, [("_handler", "second-step-on"), ("OnCode", Now(secret))]);
        // Once it is on the secret is shown to nobody.
        Assert.DoesNotContain("QR-код", await desk.TextAsync(AccountPage.Path), StringComparison.Ordinal);
        Assert.Contains("Пароль не подходит", (await desk.SubmitAsync(AccountPage.Path, [("_handler", "second-step-off"), ("OffPassword", "не тот")])).Text, StringComparison.Ordinal);
        Assert.Equal(AccountPage.Path, (await desk.SubmitAsync(AccountPage.Path, [("_handler", "second-step-off"), ("OffPassword", SalonStaff.Password)])).LeadsTo);
        using var later = new OfficeBrowser(site);
        Assert.Equal("/office", await later.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password));
    }

    [Theory, OnBothDatabases]
    public async Task An_administrator_ends_it_for_who_lost_phone_and_paper(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        await site.Salon.HireAsync(SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);
        using OfficeBrowser desk = new(site), later = new(site);
        await TurnOnAsync(desk);

        var run = await Application.RunAsync(["set-password", SalonStaff.OlgasEmail, "--without-second-step", .. Application.On(site.Salon.Database)], Cancel, "лаванда-и-мята");
        Assert.Equal((0, $"{SalonStaff.OlgasEmail} has a new password and no second step\n", ""), (run.ExitCode, run.Output, run.Errors));
        Assert.Equal("/office", await later.SignInAsync(SalonStaff.OlgasEmail, "лаванда-и-мята"));
    }

    private static async Task<(string Secret, IReadOnlyList<string> Papers)> TurnOnAsync(OfficeBrowser desk)
    {
        await desk.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);
        Assert.Equal(AccountPage.Path, (await desk.SubmitAsync(AccountPage.Path, [("_handler", "second-step-begin")])).LeadsTo);
        var secret = SecretOf(await desk.TextAsync(AccountPage.Path));
        var (_, text) = await desk.SubmitAsync(AccountPage.Path, [("_handler", "second-step-on"), ("OnCode", Now(secret))]);
        return (secret, [.. PaperCode().Matches(text).Select(found => found.Value)]);
    }

    private static Task<(string? LeadsTo, string Text)> EnterAsync(OfficeBrowser desk, string code) =>
        desk.SubmitAsync("/office/second-step?remember=false&return=%2Foffice%2Fwork-orders", [("_handler", "second-step"), ("Code", code)]);

    private static string SecretOf(string page) => Secret().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>RFC 6238: HMAC-SHA-1 of the number of half minutes, cut as in RFC 4226.</summary>
    private static string Now(string secret)
    {
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The RFC's own.
        var hash = HMACSHA1.HashData(Base32(secret), time);
#pragma warning restore CA5350
        var code = (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue) % 1_000_000;
        return code.ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Six digits that are none of those good about now.</summary>
    private static string Wrong(string secret)
    {
        var right = int.Parse(Now(secret), System.Globalization.CultureInfo.InvariantCulture);
        return ((right + 500_000) % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] Base32(string text)
    {
        var (bits, count, bytes) = (0, 0, new List<byte>());
        foreach (var sign in text)
        {
            (bits, count) = ((bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign, StringComparison.Ordinal), count + 5);
            if (count < 8) continue;
            bytes.Add((byte)(bits >> (count - 8)));
            (bits, count) = (bits & ((1 << (count - 8)) - 1), count - 8);
        }
        return [.. bytes];
    }

    [GeneratedRegex("введите ключ: <code>([a-z2-7 ]+)</code>")]
    private static partial Regex Secret();

    [GeneratedRegex("(?<=<li><code>)[A-Z0-9]{5}-[A-Z0-9]{5}(?=</code>)")]
    private static partial Regex PaperCode();
}
