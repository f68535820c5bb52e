using System.Net;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

/// <summary>A cookie is easily thrown away: what holds time or sends codes is counted by network address.</summary>
public class TooManyFormsTests(PostgresCluster postgres)
{
    [Fact]
    public async Task One_address_cannot_send_forms_without_end_and_what_was_typed_is_kept()
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
        var refused = await pages.SendToAsync("/mint/sign-in?return=%2Fmint%2Fprofile", ("phone", "12 «34»"), ("more", "1"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("Слишком много запросов Подождите минуту и отправьте ещё раз: всё, что вы ввели, на месте.", refused.Words, StringComparison.Ordinal);
        Assert.Equal(("/mint/sign-in?return=%2Fmint%2Fprofile", "12 «34»", "1"), (refused.FormAddress, refused.Field("phone"), refused.Field("more")));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await pages.SendAsync()).Status);
        await NothingIsSentBackAsync(pages, "cross-site", "12");
        await NothingIsSentBackAsync(pages, "same-origin", new string('1', 100_000));
        Assert.Equal(HttpStatusCode.OK, (await pages.OpenAsync("bookings")).Status);
    }

    private static async Task NothingIsSentBackAsync(PlainBrowser pages, string from, string phone)
    {
        pages.FormsComeFrom = from;
        var refused = await pages.SendToAsync("/mint/sign-in", ("phone", phone));
        Assert.Equal((HttpStatusCode.TooManyRequests, ""), (refused.Status, refused.FormAddress));
        Assert.Contains("Подождите минуту и повторите: ничего не изменилось.", refused.Words, StringComparison.Ordinal);
    }
}
