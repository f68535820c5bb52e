using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.Staff;
using Kabinet.Web.Tests.Staff;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Companies;

public class ChangeAboutTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task What_an_owner_writes_is_kept_in_one_form(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var form = AboutForm.Of(await AboutAsync(salon)) with
        {
            Tagline = " Стрижки ",
            Phone = "8 495 123-45-67",
            OtherPhones = "8 (495) 123-45-68 — администратор\n\n+7 916 123-45-67",
            Website = "example.ru",
            Links = "t.me/mint  наш канал\nhttp://example.ru/reviews",
            OtherAddresses = " Ленина, 5 \n\n Мира, 7 ",
            MapUrl = "/images/map.svg",
        };

        var outcome = await Change(salon).RunAsync(await salon.OlgaAtDeskAsync(), form, await AboutAsync(salon), Cancel);

        Assert.False(outcome.IsRefused);
        var about = await AboutAsync(salon);
        Assert.Equal("Стрижки", about.Tagline);
        Assert.Equal("+74951234567", about.Phone);
        Assert.Equal("+74951234568 администратор\n+79161234567", about.OtherPhones);
        Assert.Equal("https://example.ru", about.Website);
        Assert.Equal("https://t.me/mint наш канал\nhttp://example.ru/reviews", about.Links);
        Assert.Equal("Ленина, 5\nМира, 7", about.OtherAddresses);
        Assert.Equal("/images/map.svg", about.MapUrl);
        Assert.Equal(AboutForm.Of(about), AboutForm.Of(AboutForm.Of(about).Value));
    }

    [Theory, OnBothDatabases]
    public async Task What_makes_no_sense_is_refused_beside_its_field_all_at_once(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var known = await AboutAsync(salon);
        var form = new AboutForm
        {
            Tagline = new string('я', AboutForm.MaxLine + 1),
            Phone = "12",
            OtherPhones = "+7 495 123-45-67\nадминистратор",
            Email = "никто",
            MapUrl = "javascript:alert(1)",
            Website = "https://owner:secret@example.ru",
            Links = "канал https://example.ru",
            OtherAddresses = string.Join('\n', Enumerable.Range(1, AboutForm.MaxLines + 1)),
        };

        var outcome = await Change(salon).RunAsync(await salon.OlgaAtDeskAsync(), form, known, Cancel);

        Assert.Equal(["email", "links", "mapUrl", "otherAddresses", "otherPhones", "phone", "tagline", "website"], outcome.Refusals.Select(refusal => refusal.Field).Order());
        Assert.Equal(known, await AboutAsync(salon));
    }

    [Theory, OnBothDatabases]
    public async Task Only_an_owner_may_and_nobody_undoes_anothers_change(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var known = await AboutAsync(salon);
        var form = AboutForm.Of(known) with { Tagline = "Первое" };

        var olga = await salon.OlgaAtDeskAsync();
        var irina = await salon.AtDeskAsync(SalonStaff.IrinasEmail, "Ирина", StaffRole.Manager);
        var manager = await Change(salon).RunAsync(irina with { Role = StaffRole.Owner }, form, known, Cancel);
        Assert.Equal(RefusalReason.OwnersOnly, Assert.Single(manager.Refusals).Reason);
        Assert.False((await Change(salon).RunAsync(olga, form, known, Cancel)).IsRefused);
        var late = await Change(salon).RunAsync(olga, form with { Tagline = "Второе" }, known, Cancel);

        Assert.Equal(RefusalReason.ChangedMeanwhile, Assert.Single(late.Refusals).Reason);
        Assert.Equal("Первое", (await AboutAsync(salon)).Tagline);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
    private static ChangeAbout Change(Salon salon) => new(salon.Use<CompanyWork>());

    private static async Task<AboutCompany> AboutAsync(Salon salon)
    {
        await using var db = salon.Db();
        return (await db.Companies.AsNoTracking().SingleAsync(company => company.Id == salon.Company.Id, Cancel)).About;
    }
}
