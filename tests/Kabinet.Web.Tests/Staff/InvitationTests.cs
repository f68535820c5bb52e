using System.Net;
using System.Text.RegularExpressions;
using Kabinet.Data;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kabinet.Web.Tests.Staff;

/// <summary>Olga invites; the letters go through a real mail server.</summary>
public partial class InvitationTests(PostgresCluster postgres)
{
    private const string Email = "vera@example.com", Password = "лаванда и мята";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_letter_leads_to_a_place_of_ones_own_and_works_once(Store store)
    {
        await using var post = await MailCatcher.StartAsync();
        await using var site = await SalonSite.OpenAsync(store, postgres, post.Settings);
        var olga = await OlgaAsync(site);
        var sent = (await InviteAsync(site, olga, Form())).Value;
        Assert.Null(sent.Path);
        var letter = Assert.Single(await post.LettersToAsync(Email));
        Assert.Contains("Ольга приглашает вас", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://book.example/office/invitation?code=", letter.TextBody, StringComparison.Ordinal);
        var link = LinkOf(letter.TextBody!);

        using var desk = new OfficeBrowser(site);
        // Opening it twice, as a mail scanner does, changes nothing.
        Assert.Equal(HttpStatusCode.OK, await desk.StatusOfAsync(link));
        Assert.Contains("Вера", await desk.TextAsync(link), StringComparison.Ordinal);
        Assert.Equal("/office", (await AcceptAsync(desk, link)).LeadsTo);
        Assert.Equal(HttpStatusCode.OK, await desk.StatusOfAsync("/office/work-orders"));
        Assert.StartsWith("/office/no-access", await desk.RedirectOfAsync(StaffPage.Path), StringComparison.Ordinal);

        using var again = new OfficeBrowser(site);
        Assert.Contains("больше не действует", await again.TextAsync(link), StringComparison.Ordinal);
        Assert.Equal("/office", await again.SignInAsync(Email, Password));
        var places = await site.Use<StaffList>().ReadAsync(site.Salon.Company.Id, Cancel);
        Assert.Empty(places.Invitations);
        Assert.Contains(new StaffRow(places.Members.Single(one => one.Email == Email).UserId, "Вера", Email, StaffRole.Specialist, site.Salon.Company.Katya), places.Members);
    }

    [Theory, OnBothDatabases]
    public async Task A_new_letter_makes_the_link_of_the_first_worthless_and_a_withdrawal_all(Store store)
    {
        await using var post = await MailCatcher.StartAsync();
        await using var site = await SalonSite.OpenAsync(store, postgres, post.Settings);
        var olga = await OlgaAsync(site);
        var invitation = (await InviteAsync(site, olga, Form())).Value.Invitation;

        Assert.Equal(RefusalReason.InvitationJustSent, (await AgainAsync(site, olga, invitation.Id)).Refusals[0].Reason);
        site.Salon.Clock.Advance(InviteStaff.Between.ToTimeSpan());
        Assert.Empty((await AgainAsync(site, olga, invitation.Id)).Refusals);
        var letters = await post.LettersToAsync(Email, 2);
        var links = letters.Select(letter => LinkOf(letter.TextBody!)).ToList();
        Assert.NotEqual(links[0], links[1]);
        using var desk = new OfficeBrowser(site);
        var open = new List<bool>();
        foreach (var link in links) open.Add((await desk.TextAsync(link)).Contains("Принять приглашение", StringComparison.Ordinal));
        Assert.Single(open, isOpen => isOpen);

        await site.Use<WithdrawInvitation>().RunAsync(olga, invitation.Id, Cancel);
        foreach (var link in links) Assert.Contains("больше не действует", await desk.TextAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_flooded_with_invitations()
    {
        await using var post = await MailCatcher.StartAsync();
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres, post.Settings);
        var olga = await OlgaAsync(site);
        for (var i = 0; i < InvitationLetters.PerHour; i++)
        {
            var sent = (await InviteAsync(site, olga, new StaffForm { Email = Email, Name = "Вера", Role = StaffRole.Manager })).Value;
            Assert.Null(sent.Failure);
            await site.Use<WithdrawInvitation>().RunAsync(olga, sent.Invitation.Id, Cancel);
        }

        var refused = (await InviteAsync(site, olga, Form())).Value;
        Assert.Contains("слишком много писем", refused.Failure, StringComparison.Ordinal);
        Assert.NotNull(refused.Path);
        Assert.Equal(InvitationLetters.PerHour, (await post.ReadAsync(Email)).Count);
    }

    [Theory, OnBothDatabases]
    public async Task After_a_week_it_has_expired(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var link = (await InviteAsync(site, await OlgaAsync(site), Form())).Value.Path!;
        using var desk = new OfficeBrowser(site);

        site.Salon.Clock.Advance(StaffInvitation.Lifetime.ToTimeSpan() - TimeSpan.FromSeconds(1));
        Assert.Contains("Принять приглашение", await desk.TextAsync(link), StringComparison.Ordinal);
        site.Salon.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("Срок приглашения вышел", await desk.TextAsync(link), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_mail_server_or_with_a_dead_one_the_owner_gets_the_link(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres, MailCatcher.NobodyListens);
        var sent = (await InviteAsync(site, await OlgaAsync(site), Form())).Value;

        Assert.NotNull(sent.Failure);
        Assert.NotNull(sent.Path);
        using var desk = new OfficeBrowser(site);
        Assert.Equal("/office", (await AcceptAsync(desk, sent.Path)).LeadsTo);
        await using var db = site.Salon.Db();
        Assert.False((await db.Users.SingleAsync(user => user.Email == Email, Cancel)).EmailConfirmed);
    }

    [Theory, OnBothDatabases]
    public async Task Who_signs_in_already_takes_it_himself_and_nobody_else(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var salon = site.Salon;
        var olga = await OlgaAsync(site);
        // Irina works next door.
        var neighbour = await TestCompany.CreateAsync(salon.Use<Databases>(), salon.Now, "neighbour");
        var irina = await salon.HireAsync(SalonStaff.IrinasEmail, "Ирина", StaffRole.Manager);
        await using (var db = salon.Db())
        {
            await db.StaffMembers.Where(one => one.UserId == irina.Id).ExecuteDeleteAsync(Cancel);
            db.Add(new StaffMember(neighbour.Id, irina.Id, "Ирина", StaffRole.Owner));
            await db.SaveChangesAsync(Cancel);
        }
        var form = Form();
        (form.Email, form.Role, form.ResourceId) = (SalonStaff.IrinasEmail.ToUpperInvariant(), StaffRole.Manager, null);
        var link = (await InviteAsync(site, olga, form)).Value.Path!;
        using OfficeBrowser stranger = new(site), hers = new(site), olgas = new(site);

        Assert.Contains("Войдите с ней", await stranger.TextAsync(link), StringComparison.Ordinal);
        await olgas.SignInAsync(SalonStaff.OlgasEmail, SalonStaff.Password);
        Assert.Contains("Войти под другим именем", await olgas.TextAsync(link), StringComparison.Ordinal);
        Assert.Equal(link, await hers.SignInAsync(SalonStaff.IrinasEmail, SalonStaff.Password, returnTo: link));
        Assert.Equal("/office", (await AcceptAsync(hers, link)).LeadsTo);

        Assert.Contains("company-switch", await hers.TextAsync("/office/work-orders"), StringComparison.Ordinal);
        Assert.StartsWith("/office/no-access", await hers.RedirectOfAsync(StaffPage.Path), StringComparison.Ordinal);
        using var later = new OfficeBrowser(site);
        await later.SignInAsync(SalonStaff.IrinasEmail, SalonStaff.Password);
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_is_refused_at_its_field(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var salon = site.Salon;
        var olga = await OlgaAsync(site);
        await salon.HireAsync(SalonStaff.AnnasEmail, "Анна", StaffRole.Specialist, salon.Company.Anna);

        Assert.Equal(
            [(RefusalReason.EmailInvalid, "email"), (RefusalReason.NameEmpty, "name"), (RefusalReason.StaffResourceMissing, "resource")],
            await RefusalsAsync(new StaffForm { Email = "vera", Name = " " }));
        Assert.Equal([(RefusalReason.StaffKnown, "email"), (RefusalReason.StaffResourceTaken, "resource")],
            await RefusalsAsync(new StaffForm { Email = SalonStaff.AnnasEmail.ToUpperInvariant(), Name = "Анна", ResourceId = salon.Company.Anna }));
        Assert.Equal([(RefusalReason.ResourceUnknown, "resource")], await RefusalsAsync(new StaffForm { Email = Email, Name = "Вера", ResourceId = 999_999 }));
        Assert.Empty(await RefusalsAsync(Form()));
        Assert.Equal([(RefusalReason.AlreadyInvited, "email"), (RefusalReason.StaffResourceTaken, "resource")], await RefusalsAsync(Form()));

        async Task<IEnumerable<(RefusalReason, string)>> RefusalsAsync(StaffForm form) => (await InviteAsync(site, olga, form)).Refusals.Select(one => (one.Reason, one.Field)).ToList();
    }

    [Theory, OnBothDatabases]
    public async Task Places_are_given_and_taken_by_owners_only_and_never_the_last_owners(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var salon = site.Salon;
        var olga = await OlgaAsync(site);
        var irina = await MemberAsync(site, SalonStaff.IrinasEmail, "Ирина", StaffRole.Manager);
        var (change, remove) = (site.Use<ChangeStaff>(), site.Use<RemoveStaff>());
        var asOwner = new StaffForm { Name = "Ирина", Role = StaffRole.Owner };

        foreach (var role in new[] { irina, salon.Anna() })
        {
            Assert.Equal(RefusalReason.OwnersOnly, (await InviteAsync(site, role, Form())).Refusals[0].Reason);
            Assert.Equal(RefusalReason.OwnersOnly, (await change.RunAsync(role, olga.UserId, asOwner, Cancel)).Refusals[0].Reason);
            Assert.Equal(RefusalReason.OwnersOnly, (await remove.RunAsync(role, olga.UserId, Cancel)).Refusals[0].Reason);
        }
        Assert.Equal(RefusalReason.LastOwner, (await remove.RunAsync(olga, olga.UserId, Cancel)).Refusals[0].Reason);
        Assert.Equal((RefusalReason.LastOwner, "role"), Only(await change.RunAsync(olga, olga.UserId, new StaffForm { Name = "Ольга", Role = StaffRole.Manager }, Cancel)));

        using var desk = new OfficeBrowser(site);
        await desk.SignInAsync(SalonStaff.IrinasEmail, SalonStaff.Password);
        Assert.StartsWith("/office/no-access", await desk.RedirectOfAsync(StaffPage.Path), StringComparison.Ordinal);
        Assert.Empty((await change.RunAsync(olga, irina.UserId, asOwner, Cancel)).Refusals);
        Assert.Equal(HttpStatusCode.OK, await desk.StatusOfAsync(StaffPage.Path));
        Assert.Empty((await remove.RunAsync(irina with { Role = StaffRole.Owner }, olga.UserId, Cancel)).Refusals);
        Assert.Equal(RefusalReason.OwnersOnly, (await remove.RunAsync(olga, irina.UserId, Cancel)).Refusals[0].Reason);
    }

    [Theory, OnBothDatabases]
    public async Task Another_companys_people_and_invitations_are_not_there(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var salon = site.Salon;
        var olga = await OlgaAsync(site);
        var neighbour = await TestCompany.CreateAsync(salon.Use<Databases>(), salon.Now, "neighbour");
        var irina = await salon.HireAsync(SalonStaff.IrinasEmail, "Ирина", StaffRole.Manager);
        await using (var db = salon.Db())
        {
            await db.StaffMembers.Where(one => one.UserId == irina.Id).ExecuteDeleteAsync(Cancel);
            db.Add(new StaffMember(neighbour.Id, irina.Id, "Ирина", StaffRole.Owner));
            await db.SaveChangesAsync(Cancel);
        }
        var theirs = (await InviteAsync(site, new SignedInMember(neighbour.Id, irina.Id, "Ирина", StaffRole.Owner, null), new StaffForm { Email = Email, Name = "Вера", Role = StaffRole.Manager })).Value.Invitation;

        Assert.Equal(RefusalReason.InvitationUnknown, (await AgainAsync(site, olga, theirs.Id)).Refusals[0].Reason);
        Assert.Equal(RefusalReason.InvitationUnknown, (await site.Use<WithdrawInvitation>().RunAsync(olga, theirs.Id, Cancel)).Refusals[0].Reason);
        Assert.Equal(RefusalReason.StaffUnknown, (await site.Use<RemoveStaff>().RunAsync(olga, irina.Id, Cancel)).Refusals[0].Reason);
        Assert.DoesNotContain(await ReadAsync(), row => row.UserId == irina.Id);
        Assert.Empty((await site.Use<StaffList>().ReadAsync(salon.Company.Id, Cancel)).Invitations);

        async Task<IReadOnlyList<StaffRow>> ReadAsync() => (await site.Use<StaffList>().ReadAsync(salon.Company.Id, Cancel)).Members;
    }

    [Theory, OnBothDatabases]
    public async Task Who_was_let_go_everywhere_begins_anew_with_another_password(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var olga = await OlgaAsync(site);
        var irina = await MemberAsync(site, SalonStaff.IrinasEmail, "Ирина", StaffRole.Manager);
        using var before = new OfficeBrowser(site);
        await before.SignInAsync(SalonStaff.IrinasEmail, SalonStaff.Password);
        await site.Use<RemoveStaff>().RunAsync(olga, irina.UserId, Cancel);
        Assert.StartsWith("/office/sign-in", await before.RedirectOfAsync("/office/work-orders"), StringComparison.Ordinal);

        var link = (await InviteAsync(site, olga, new StaffForm { Email = SalonStaff.IrinasEmail, Name = "Ирина", Role = StaffRole.Manager })).Value.Path!;
        using var desk = new OfficeBrowser(site);
        Assert.Contains("Пароль слишком короткий", (await AcceptAsync(desk, link, password: "мята")).Text, StringComparison.Ordinal);
        Assert.Equal("/office", (await AcceptAsync(desk, link)).LeadsTo);
        using var again = new OfficeBrowser(site);
        Assert.Contains("не подходят", await again.RefusalAsync(SalonStaff.IrinasEmail, SalonStaff.Password), StringComparison.Ordinal);
        Assert.Equal("/office", await again.SignInAsync(SalonStaff.IrinasEmail, Password));
    }

    private static async Task<SignedInMember> OlgaAsync(SalonSite site) => await MemberAsync(site, SalonStaff.OlgasEmail, "Ольга", StaffRole.Owner);

    private static async Task<SignedInMember> MemberAsync(SalonSite site, string email, string name, StaffRole role)
    {
        var user = await site.Salon.HireAsync(email, name, role);
        return new SignedInMember(site.Salon.Company.Id, user.Id, name, role, null);
    }

    private static async Task<Outcome<SentInvitation>> InviteAsync(SalonSite site, SignedInMember member, StaffForm form)
    {
        if (form.ResourceId == 0) form.ResourceId = site.Salon.Company.Katya;
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<InviteStaff>().RunAsync(member, form, Cancel);
    }

    private static async Task<Outcome<SentInvitation>> AgainAsync(SalonSite site, SignedInMember member, int invitationId)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<InviteStaff>().AgainAsync(member, invitationId, Cancel);
    }

    /// <summary>Vera, who will be Katya of the schedule.</summary>
    private static StaffForm Form() => new() { Email = Email, Name = "Вера", Role = StaffRole.Specialist, ResourceId = 0 };

    private static Task<(string? LeadsTo, string Text)> AcceptAsync(OfficeBrowser desk, string link, string password = Password) =>
        desk.SubmitAsync(link, [("_handler", "invitation"), ("Name", "Вера"), ("Password", password)]);

    private static (RefusalReason, string) Only<T>(Outcome<T> outcome)
    {
        var refusal = Assert.Single(outcome.Refusals);
        return (refusal.Reason, refusal.Field);
    }

    private static string LinkOf(string text) => Link().Match(text).Groups[1].Value;

    [GeneratedRegex(@"https://book\.example(/\S+)")]
    private static partial Regex Link();
}
