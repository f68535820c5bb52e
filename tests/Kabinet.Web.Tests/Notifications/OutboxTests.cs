using Kabinet.Data;
using Kabinet.Notifications;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Notifications;

public class OutboxTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task Messages_are_shown_the_latest_first_with_their_orders_number(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var order = (await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00")).Value;
        salon.Clock.Advance(TimeSpan.FromMinutes(1));
        await AddAsync(salon, salon.Company.Id, "Код для входа: 123456", salon.Now);

        var page = await PageAsync(salon, 1);

        Assert.Equal(MessageKind.SignInCode, page.Rows[0].Message.Kind);
        Assert.Null(page.Rows[0].OrderNumber);
        Assert.Equal((MessageKind.BookingMade, order.Number), (page.Rows[1].Message.Kind, page.Rows[1].OrderNumber));
    }

    [Theory, OnBothDatabases]
    public async Task There_are_pages_and_no_other_companys_messages(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var neighbour = await TestCompany.CreateAsync(salon.Use<Databases>(), salon.Now, "neighbour");
        await AddAsync(salon, neighbour.Id, "Чужой код", salon.Now);
        for (var i = 0; i < Outbox.PageSize + 3; i++) await AddAsync(salon, salon.Company.Id, $"Код {i}", salon.Now + Duration.FromSeconds(i));

        var last = await PageAsync(salon, 7);

        Assert.Equal((2, 2, 3), (last.Number, last.PageCount, last.Rows.Count));
        Assert.DoesNotContain(last.Rows, row => row.Message.Text == "Чужой код");
    }

    private static Task<OutboxPage> PageAsync(Salon salon, int number) => new Outbox(salon.Use<Databases>()).PageAsync(salon.Company.Id, number);

    private static async Task AddAsync(Salon salon, int companyId, string text, Instant at)
    {
        await using var db = salon.Use<Databases>().Open(companyId);
        db.Add(new OutboxMessage(companyId, MessageKind.SignInCode, Channel.Sms, "+79161234567", text, at, at));
        await db.SaveChangesAsync();
    }
}
