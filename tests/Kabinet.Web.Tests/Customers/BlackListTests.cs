using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.OnlineBooking;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Customers;

/// <summary>Who is on the black list books nothing online; who only types his phone learns nothing of it.</summary>
public class BlackListTests(PostgresCluster postgres)
{
    private const string Known = "+7 916 000-00-01", BlackListed = "+7 916 000-00-02", Unknown = "+7 916 000-00-03";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Who_proved_his_phone_is_asked_to_call(Store store)
    {
        await using var salon = await OpenAsync(store, PhoneVerification.Never);
        var visitor = await ProvedAsync(salon, BlackListed);

        var refused = await salon.BookAsync(Salon.Form(salon.Company.Haircut, null, Salon.At("12:00"), BlackListed), visitor);

        Assert.Equal((RefusalReason.CallToBook, ""), (refused.Refusals.Single().Reason, refused.Refusals[0].Field));
        // He may book for somebody else, as everybody may.
        Assert.False((await salon.BookAsync(Salon.Form(salon.Company.Haircut, null, Salon.At("12:00"), Unknown), visitor)).IsRefused);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_types_the_phone_cannot_tell_it_from_others(Store store)
    {
        await using var salon = await OpenAsync(store, PhoneVerification.Never);
        Assert.Null(await AnswerAsync(salon, BlackListed, "12:00"));
        Assert.Null(await AnswerAsync(salon, Unknown, "13:00"));

        await VerifyAsync(salon, PhoneVerification.NewClients);
        Assert.Equal(await AnswerAsync(salon, "+7 916 000-00-04", "15:00"), await AnswerAsync(salon, BlackListed, "15:00"));
        Assert.Equal(RefusalReason.PhoneNotVerified, await AnswerAsync(salon, BlackListed, "15:00"));
        Assert.Null(await AnswerAsync(salon, Known, "15:00"));

        await VerifyAsync(salon, PhoneVerification.Always);
        foreach (var phone in new[] { Known, BlackListed, "+7 916 000-00-04" }) Assert.Equal(RefusalReason.PhoneNotVerified, await AnswerAsync(salon, phone, "16:00"));
    }

    private async Task<Salon> OpenAsync(Store store, PhoneVerification verification)
    {
        var salon = await Salon.OpenAsync(store, postgres);
        await VerifyAsync(salon, verification);
        await salon.Use<CreateCustomer>().RunAsync(salon.Olga(), new CustomerForm("Знакомый", Known, null), Cancel);
        await salon.Use<CreateCustomer>().RunAsync(salon.Olga(), new CustomerForm("Нежеланный", BlackListed, null) { IsBlackListed = true }, Cancel);
        return salon;
    }

    private static Task<Outcome<bool>> VerifyAsync(Salon salon, PhoneVerification verification) => salon.Use<CompanyWork>().ChangeAsync<bool>(salon.Company.Id, (_, company) =>
    {
        company.OnlineBooking = company.OnlineBooking with { PhoneVerification = verification };
        company.TouchCatalogue();
        return Task.FromResult<Outcome<bool>>(true);
    }, Cancel);

    private static async Task<RefusalReason?> AnswerAsync(Salon salon, string phone, string time)
    {
        var outcome = await salon.BookAsync(Salon.Form(salon.Company.Haircut, null, Salon.At(time), phone));
        return outcome.IsRefused ? outcome.Refusals.Single().Reason : null;
    }

    /// <summary>A browser at which the phone was proved.</summary>
    internal static async Task<Visitor> ProvedAsync(Salon salon, string typed)
    {
        var phone = Phones.Normalise(typed)!;
        await using var db = salon.Db();
        var device = new ClientDevice(salon.Company.Id, Guid.NewGuid(), Guid.NewGuid().ToString("N"), salon.Now);
        var customer = await db.CustomerPhones.Where(one => one.Number == phone).Select(one => (int?)one.CustomerId).FirstOrDefaultAsync(Cancel);
        var account = new ClientAccount(salon.Company.Id, 900_000 + await db.ClientAccounts.CountAsync(Cancel), phone, customer, salon.Now);
        device.SignIn(account, Guid.NewGuid().ToString("N"));
        db.AddRange(account, device);
        await db.SaveChangesAsync(Cancel);
        return new Visitor(device.Id, account.Id, "203.0.113.7", "ru");
    }
}
