using Kabinet.Data;
using Kabinet.Notifications;
using Kabinet.Starting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Kabinet.Web.Tests.Notifications;

public class MailTests(PostgresCluster postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task An_email_of_the_outbox_goes_out_in_the_companys_name(Store store)
    {
        await using var post = await MailCatcher.StartAsync();
        await using var site = await SalonSite.OpenAsync(store, postgres, post.Settings);
        var salon = site.Salon;
        await site.Use<CompanyWork>().ChangeUnseenAsync<bool>(salon.Company.Id, async (db, _) =>
        {
            await db.AddAsync(new OutboxMessage(salon.Company.Id, MessageKind.Reminder, Channel.Email, "maria@example.com", "Ждём вас завтра", salon.Now, salon.Now), Cancel);
            return true;
        }, Cancel);

        var letter = Assert.Single(await post.LettersToAsync("maria@example.com"));
        var from = Assert.Single(letter.From.Mailboxes);
        Assert.Equal(("kabinet@book.example", await NameAsync(salon)), (from.Address, from.Name));
        Assert.Equal("Ждём вас завтра", letter.TextBody!.Trim());
        Assert.Equal("auto-generated", letter.Headers["Auto-Submitted"]);
    }

    [Theory]
    [InlineData("mail:from", "nobody at home", "mail:from")]
    [InlineData("mail:links", "", "mail:links")]
    [InlineData("mail:links", "book.example", "mail:links")]
    [InlineData("mail:links", "https://book.example/path", "mail:links")]
    [InlineData("mail:port", "70000", "mail:port")]
    [InlineData("mail:security", "ssl", "mail:security")]
    public void A_setting_that_is_not_understood_stops_the_start_and_is_named(string name, string value, string named)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            [.. MailCatcher.NobodyListens.Select(one => KeyValuePair.Create(one.Item1, (string?)one.Item2)).Where(one => one.Key != name), KeyValuePair.Create(name, (string?)value)]).Build();

        var refused = Assert.Throws<StartException>(() =>
        {
            MailOptions.Server(settings);
            MailOptions.PublicAddress(settings);
        });
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_host_no_mail_goes_out_and_nothing_else_is_asked_for()
    {
        var settings = new ConfigurationBuilder().Build();
        Assert.Null(MailOptions.Server(settings));
        Assert.Null(MailOptions.PublicAddress(settings));
    }

    private static async Task<string> NameAsync(Salon salon)
    {
        await using var db = salon.Db();
        return await db.Companies.Where(one => one.Id == salon.Company.Id).Select(one => one.Name).SingleAsync(Cancel);
    }
}
