using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Notifications;

public class ForgettingTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task A_code_is_not_to_be_read_once_it_has_gone_out_and_expired(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await salon.Use<RequestCode>().RunAsync(salon.Company.Id, "+79161234567", Salon.Client(), cancel: Cancel);
        await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00");
        using var forgetting = Of(salon);
        salon.Clock.Advance(SignInCode.Lifetime.ToTimeSpan());
        await forgetting.ForgetAsync(Cancel);
        Assert.NotEqual("", (await MessageAsync(salon, MessageKind.SignInCode)).Text);

        await using (var db = salon.Db())
        {
            foreach (var message in await db.OutboxMessages.ToListAsync(Cancel)) message.MarkSent(salon.Now);
            await db.SaveChangesAsync(Cancel);
        }
        await forgetting.ForgetAsync(Cancel);

        Assert.Equal("", (await MessageAsync(salon, MessageKind.SignInCode)).Text);
        Assert.NotEqual("", (await MessageAsync(salon, MessageKind.BookingMade)).Text);
    }

    [Theory, OnBothDatabases]
    public async Task Who_asked_for_a_code_is_forgotten_when_it_no_longer_counts(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await salon.Use<RequestCode>().RunAsync(salon.Company.Id, "+79161234567", Salon.Client(), cancel: Cancel);
        using var forgetting = Of(salon);

        salon.Clock.Advance(RequestCode.Window.ToTimeSpan() - TimeSpan.FromSeconds(1));
        await forgetting.ForgetAsync(Cancel);
        await using var db = salon.Db();
        Assert.Equal(1, await db.SignInCodes.CountAsync(Cancel));
        salon.Clock.Advance(TimeSpan.FromSeconds(1));
        await forgetting.ForgetAsync(Cancel);

        Assert.Equal(0, await db.SignInCodes.CountAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task A_browser_is_forgotten_when_it_was_not_seen_for_longer_than_a_cookie_lives(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var devices = salon.Use<Devices>();
        var (_, gone) = await devices.CreateAsync(salon.Company.Id, Cancel);
        var (_, faithful) = await devices.CreateAsync(salon.Company.Id, Cancel);
        using var forgetting = Of(salon);

        salon.Clock.Advance(TimeSpan.FromHours(23));
        await devices.FindAsync(salon.Company.Id, gone, Cancel);
        salon.Clock.Advance(TimeSpan.FromDays(30));
        await devices.FindAsync(salon.Company.Id, faithful, Cancel);
        salon.Clock.SetUtcNow((Salon.At("09:00") + Devices.Unseen).ToDateTimeOffset() - TimeSpan.FromSeconds(1));
        await forgetting.ForgetAsync(Cancel);
        Assert.Equal(2, await CountAsync(salon));
        salon.Clock.Advance(TimeSpan.FromSeconds(1));
        await forgetting.ForgetAsync(Cancel);

        Assert.Null(await devices.FindAsync(salon.Company.Id, gone, Cancel));
        Assert.NotNull(await devices.FindAsync(salon.Company.Id, faithful, Cancel));
    }

    private static Forgetting Of(Salon salon) => new(salon.Use<Databases>(), salon.Use<IClock>(), salon.Clock, NullLogger<Forgetting>.Instance);

    private static async Task<OutboxMessage> MessageAsync(Salon salon, MessageKind kind)
    {
        await using var db = salon.Db();
        return await db.OutboxMessages.AsNoTracking().SingleAsync(message => message.Kind == kind, Cancel);
    }

    private static async Task<int> CountAsync(Salon salon)
    {
        await using var db = salon.Db();
        return await db.ClientDevices.CountAsync(Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
