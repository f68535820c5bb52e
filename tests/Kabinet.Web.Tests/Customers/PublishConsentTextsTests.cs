using Kabinet.Customers;
using Kabinet.Staff;
using Kabinet.Web.Tests.Cabinet;
using Kabinet.Web.Tests.Publication;
using Kabinet.Web.Tests.Staff;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Customers;

public class PublishConsentTextsTests(PostgresCluster postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Another_text_is_another_version_from_that_moment_and_the_one_before_stays_to_be_read(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var salon = site.Salon;
        salon.Clock.Advance(TimeSpan.FromDays(1));

        var published = await PublishAsync(salon, form => form with { PersonalData = "Новый текст.\r\n\r\nС двумя абзацами.  " });

        Assert.Equal("Новый текст.\n\nС двумя абзацами.", published.PersonalData);
        Assert.Equal(
            [(ConsentKind.PersonalData, 2, salon.Now), (ConsentKind.PersonalData, 1, Salon.At("09:00")), (ConsentKind.Advertising, 1, Salon.At("09:00"))],
            published.Versions.Select(version => (version.Kind, version.Version, version.Published)));
        using var client = new ClientBrowser(site);
        Assert.Contains("Редакция 2, действует с 3 марта", (await client.GetAsync("consent/personal-data")).Words, StringComparison.Ordinal);
        var former = (await client.GetAsync("consent/personal-data/1")).Words;
        Assert.Contains("Редакция 1, действует с 2 марта", former, StringComparison.Ordinal);
        Assert.Contains(TestCompany.PersonalDataText, former, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Who_agreed_to_the_version_before_is_asked_at_his_next_booking(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var maria = Salon.Client();
        Assert.False((await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00", maria)).IsRefused);
        var again = Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("16:00")) with { ConsentVersion = null };

        await PublishAsync(salon, form => form with { PersonalData = "Новый текст." });

        Assert.Equal(2, (await salon.Use<ConsentOffers>().FindAsync(salon.Company.Id, maria, "+79161234567", Cancel)).PersonalData);
        Assert.Equal(RefusalReason.ConsentMissing, Assert.Single((await salon.BookAsync(again, maria)).Refusals).Reason);
        Assert.Equal(RefusalReason.ConsentOutdated, Assert.Single((await salon.BookAsync(again with { ConsentVersion = 1 }, maria)).Refusals).Reason);
        Assert.False((await salon.BookAsync(again with { ConsentVersion = 2 }, maria)).IsRefused);
        await using var db = salon.Db();
        Assert.Equal([1, 2], await db.Consents.Select(consent => consent.Version).Order().ToListAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_text_nobody_is_asked_about_advertising_until_there_is_one_again(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);

        await PublishAsync(salon, form => form with { Advertising = " " });
        Assert.Null((await OfferAsync(salon)).Advertising);
        Assert.Null(await salon.Use<ConsentTexts>().FindAsync(salon.Company.Id, ConsentKind.Advertising, null, Cancel));
        await salon.BookAsync(Salon.Form(salon.Company.Haircut, null, Salon.At("12:00")) with { AgreesToAdvertising = true });
        await using (var db = salon.Db()) Assert.Equal([ConsentKind.PersonalData], await db.Consents.Select(consent => consent.Kind).ToListAsync(Cancel));

        await PublishAsync(salon, form => form with { Advertising = "Согласен." });
        Assert.Equal(3, (await OfferAsync(salon)).Advertising);
    }

    [Theory, OnBothDatabases]
    public async Task What_says_the_same_is_no_new_version_and_what_makes_no_sense_is_refused(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);

        Assert.Equal(2, (await PublishAsync(salon, form => form)).Versions.Count);
        var refused = await TryAsync(salon, await salon.HiredOlgaAsync(), form => form with { PersonalData = "\n", Advertising = new string('я', ConsentText.MaxLength + 1) });

        Assert.Equal([("personalData", RefusalReason.ConsentTextMissing), ("advertising", RefusalReason.ConsentTextTooLong)], refused.Refusals.Select(refusal => (refusal.Field, refusal.Reason)));
    }

    [Theory, OnBothDatabases]
    public async Task Only_an_owner_may_and_nobody_undoes_anothers_change(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var known = await salon.Use<ConsentTexts>().PublishedAsync(salon.Company.Id, Cancel);
        var irina = await salon.AtDeskAsync(SalonStaff.IrinasEmail, "Ирина", StaffRole.Manager);
        var rival = await salon.RivalAsync();

        Assert.Equal(RefusalReason.OwnersOnly, Assert.Single((await TryAsync(salon, irina with { Role = StaffRole.Owner }, form => form with { Advertising = "Чужое" })).Refusals).Reason);
        Assert.False((await TryAsync(salon, rival, form => form with { Advertising = "Чужое" })).IsRefused);
        Assert.Equal(known, await salon.Use<ConsentTexts>().PublishedAsync(salon.Company.Id, Cancel));
        await PublishAsync(salon, form => form with { Advertising = "Первое" });
        var late = await salon.Use<PublishConsentTexts>().RunAsync(await salon.HiredOlgaAsync(), new ConsentTextsForm { PersonalData = "Второе" }, known, Cancel);

        Assert.Equal(RefusalReason.ChangedMeanwhile, Assert.Single(late.Refusals).Reason);
    }

    [Fact]
    public async Task A_manager_reads_them_and_has_nothing_to_write_with()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        await site.Salon.HireAsync(SalonStaff.IrinasEmail, "Ирина", StaffRole.Manager);
        using var irina = new OfficeBrowser(site);
        await irina.SignInAsync(SalonStaff.IrinasEmail, SalonStaff.Password);

        var page = await irina.TextAsync(PersonalDataPage.Path);

        Assert.Contains(TestCompany.PersonalDataText, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Взять готовый текст", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Записать<", page, StringComparison.Ordinal);
    }

    private static async Task<PublishedTexts> PublishAsync(Salon salon, Func<ConsentTextsForm, ConsentTextsForm> write)
    {
        var outcome = await TryAsync(salon, await salon.HiredOlgaAsync(), write);
        Assert.Empty(outcome.Refusals);
        return outcome.Value;
    }

    private static async Task<Outcome<PublishedTexts>> TryAsync(Salon salon, SignedInMember member, Func<ConsentTextsForm, ConsentTextsForm> write)
    {
        var known = await salon.Use<ConsentTexts>().PublishedAsync(member.CompanyId, Cancel);
        return await salon.Use<PublishConsentTexts>().RunAsync(member, write(new ConsentTextsForm { PersonalData = known.PersonalData, Advertising = known.Advertising }), known, Cancel);
    }

    private static Task<ConsentOffer> OfferAsync(Salon salon) => salon.Use<ConsentOffers>().FindAsync(salon.Company.Id, null, null, Cancel);
}
