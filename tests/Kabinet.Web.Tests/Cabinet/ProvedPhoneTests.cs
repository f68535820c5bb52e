using System.Text.RegularExpressions;
using Kabinet.Data;
using Kabinet.Notifications;
using Kabinet.OnlineBooking;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

/// <summary>A company that verifies phones: the booking waits for the code, and nothing that was typed is lost on the way.</summary>
public partial class ProvedPhoneTests(PostgresCluster postgres) : CabinetTest(postgres)
{
    private static readonly (string, string?)[] Typed = [("name", "Мария"), ("phone", "8 916 123-45-67"), ("comment", "Покороче"), ("consent", "1")];

    [Fact]
    public async Task The_code_comes_between_the_form_and_the_booking()
    {
        await VerifyAsync(PhoneVerification.Always);
        var maria = NewClient();
        var form = await maria.OpenAsync($"new/confirm?resource={Mint.Anna}&service={Mint.Haircut}&start=2026-03-03T12:00");
        Assert.Contains("На этот номер может прийти код подтверждения.", form.Words, StringComparison.Ordinal);

        var page = await maria.SendAsync(Typed);
        Assert.StartsWith("/mint/sign-in/code?", page.Address, StringComparison.Ordinal);
        await using (var db = Salon.Db()) Assert.Equal(0, await db.WorkOrders.CountAsync(TestContext.Current.CancellationToken));
        page = await maria.SendToAsync(page.Address, ("code", await CodeAsync()));

        Assert.StartsWith("/mint/new/confirm?", page.Address, StringComparison.Ordinal);
        Assert.Equal(("Мария", "Покороче", "1"), (page.Field("name"), page.Field("comment"), page.Field("consent")));
        Assert.Contains("Вы записаны", (await maria.SendAsync()).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_that_were_asked_for_too_often_are_refused_at_the_phone()
    {
        await VerifyAsync(PhoneVerification.NewClients);
        var maria = NewClient();
        for (var i = 0; i < 3; i++)
        {
            await maria.OpenAsync($"new/confirm?resource={Mint.Anna}&service={Mint.Haircut}&start=2026-03-03T12:00");
            await maria.SendAsync(Typed);
        }
        await maria.OpenAsync($"new/confirm?resource={Mint.Anna}&service={Mint.Haircut}&start=2026-03-03T12:00");

        Assert.True((await maria.SendAsync(Typed)).Marks("phone", "Слишком много запросов."));
    }

    private async Task VerifyAsync(PhoneVerification verification)
    {
        var outcome = await Site.Use<CompanyWork>().ChangeAsync<bool>(Mint.Id, (_, company) =>
        {
            company.OnlineBooking = company.OnlineBooking with { PhoneVerification = verification };
            company.TouchCatalogue();
            return Task.FromResult<Outcome<bool>>(true);
        }, TestContext.Current.CancellationToken);
        Assert.False(outcome.IsRefused);
    }

    private async Task<string> CodeAsync()
    {
        await using var db = Salon.Db();
        return SixDigits().Match((await db.OutboxMessages.SingleAsync(message => message.Kind == MessageKind.SignInCode, TestContext.Current.CancellationToken)).Text).Value;
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
