using Kabinet.Customers;
using Kabinet.Home;
using Kabinet.Web.Tests.Cabinet;
using Kabinet.Web.Tests.Publication;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Customers;

public class DeletionRequestTests(PostgresCluster postgres)
{
    private const string Maria = "+79161234567";
    private static readonly Dictionary<string, string> Nothing = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_request_waits_for_the_staff_with_the_days_that_the_law_leaves_them(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        using var browser = await AskedAsync(site);
        var salon = site.Salon;

        Assert.Equal(new WaitingDeletions(1, 30), await WaitingAsync(salon));
        salon.Clock.Advance(TimeSpan.FromDays(32));
        Assert.Equal(new WaitingDeletions(1, -2), await WaitingAsync(salon));
        Assert.Null((await Home(salon).RunAsync(salon.Anna(), Cancel)).Deletions);
        Assert.Null((await Home(salon).RunAsync(await salon.RivalAsync(), Cancel)).Deletions);
        var row = Assert.Single((await salon.Use<DeletionRequests>().ListAsync(salon.Company.Id, Cancel)).Open);
        Assert.Equal(("Мария", Maria), (row.Customer, row.Phone));

        // Asked again, it is the same request.
        await browser.SignInAsync(Maria);
        await browser.SubmitAsync("profile/delete", Nothing);
        Assert.Equal(new WaitingDeletions(1, -2), await WaitingAsync(salon));
    }

    [Theory, OnBothDatabases]
    public async Task A_refusal_needs_a_reason_which_the_client_reads_and_he_may_ask_again(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        using var browser = await AskedAsync(site);
        var (salon, refuse) = (site.Salon, site.Salon.Use<RefuseDeletion>());
        var customer = (await salon.Use<DeletionRequests>().ListAsync(salon.Company.Id, Cancel)).Open[0].Request.CustomerId;

        Assert.Equal((RefusalReason.DeletionReasonMissing, "reason"), Assert.Single((await refuse.RunAsync(salon.Olga(), customer, " ", Cancel)).Refusals) is var missing ? (missing.Reason, missing.Field) : default);
        Assert.Equal(RefusalReason.DeletionReasonTooLong, Assert.Single((await refuse.RunAsync(salon.Olga(), customer, new string('я', DeletionRequest.MaxReasonLength + 1), Cancel)).Refusals).Reason);
        Assert.Equal(RefusalReason.CustomerUnknown, Assert.Single((await refuse.RunAsync(salon.Anna(), customer, "Нельзя", Cancel)).Refusals).Reason);
        Assert.Equal(RefusalReason.DeletionClosed, Assert.Single((await refuse.RunAsync(await salon.RivalAsync(), customer, "Нельзя", Cancel)).Refusals).Reason);
        Assert.Empty((await refuse.RunAsync(salon.Olga(), customer, "Идёт спор о возврате денег.", Cancel)).Refusals);
        Assert.Equal(RefusalReason.DeletionClosed, Assert.Single((await refuse.RunAsync(salon.Olga(), customer, "Ещё раз", Cancel)).Refusals).Reason);

        await browser.SignInAsync(Maria);
        var profile = (await browser.GetAsync("profile")).Words;
        Assert.Contains("Компания ответила 2 марта: Идёт спор о возврате денег.", profile, StringComparison.Ordinal);
        Assert.DoesNotContain("Оставить мои данные", profile, StringComparison.Ordinal);
        Assert.Null(await WaitingAsync(salon));
        await browser.SubmitAsync("profile/delete", Nothing);
        Assert.Equal(1, (await WaitingAsync(salon))!.Count);
    }

    [Theory, OnBothDatabases]
    public async Task Who_never_booked_is_forgotten_at_once(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        using var browser = new ClientBrowser(site);
        await browser.SignInAsync(Maria);

        var asked = await browser.SubmitAsync("profile/delete", Nothing);

        Assert.Contains("Данные удалены", (await browser.GetAsync(asked.Location!.OriginalString)).Words, StringComparison.Ordinal);
        await using var db = site.Salon.Db();
        Assert.Empty(await db.ClientAccounts.ToListAsync(Cancel));
        Assert.Empty(await db.SignInCodes.ToListAsync(Cancel));
        Assert.DoesNotContain(Maria, await db.OutboxMessages.Select(message => message.Recipient).ToListAsync(Cancel));
        Assert.DoesNotContain(Maria, await db.ClientDevices.Select(device => device.Phone).ToListAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task It_goes_with_the_card_into_another(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        using var browser = await AskedAsync(site);
        var salon = site.Salon;
        var merged = (await salon.Use<DeletionRequests>().ListAsync(salon.Company.Id, Cancel)).Open[0].Request.CustomerId;
        var staying = (await salon.Use<CreateCustomer>().RunAsync(salon.Olga(), new CustomerForm("Мария К.", null, null), Cancel)).Value.Id;

        Assert.Empty((await salon.Use<MergeCustomers>().RunAsync(salon.Olga(), staying, merged, Cancel)).Refusals);

        Assert.NotNull(await salon.Use<DeletionRequests>().OpenOfAsync(salon.Company.Id, staying, Cancel));
    }

    /// <summary>Maria booked, proved her phone and asked to be forgotten.</summary>
    private static async Task<ClientBrowser> AskedAsync(SalonSite site)
    {
        var browser = new ClientBrowser(site);
        await browser.BookAsync("12:00");
        await browser.SignInAsync(Maria);
        await browser.SubmitAsync("profile/delete", Nothing);
        site.Salon.Clock.Advance(TimeSpan.FromMinutes(1));
        return browser;
    }

    private static async Task<WaitingDeletions?> WaitingAsync(Salon salon) => (await Home(salon).RunAsync(salon.Olga(), Cancel)).Deletions;

    private static OpenHome Home(Salon salon) => new(salon.Use<Kabinet.Data.Databases>(), salon.Use<Kabinet.OnlineBooking.CompanySnapshots>(), salon.List(), salon.Use<NodaTime.IClock>());
}
