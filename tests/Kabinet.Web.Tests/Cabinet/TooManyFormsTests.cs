using System.Net;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

/// <summary>A cookie is easily thrown away: what holds time or sends codes is counted by network address.</summary>
public class TooManyFormsTests(PostgresCluster postgres)
{
    [Fact]
    public async Task One_address_cannot_send_forms_without_end()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres, ("cabinet:writesPerMinute", "3"));
        using var pages = new PlainBrowser(site.CreateClient());

        for (var i = 0; i < 3; i++)
        {
            using var fresh = new PlainBrowser(site.CreateClient());
            await fresh.OpenAsync("sign-in");
            Assert.Equal(HttpStatusCode.OK, (await fresh.SendToAsync("/mint/sign-in", ("phone", "12"))).Status);
        }
        await pages.OpenAsync("sign-in");
        var refused = await pages.SendToAsync("/mint/sign-in", ("phone", "12"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("Слишком много запросов Подождите минуту и повторите: ничего не изменилось.", refused.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await pages.OpenAsync("bookings")).Status);
    }
}
