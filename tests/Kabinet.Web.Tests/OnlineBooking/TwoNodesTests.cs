using System.Globalization;
using System.Net;
using System.Text.Json;
using Kabinet.OnlineBooking;
using Kabinet.Web.Tests.Api;
using Kabinet.Web.Tests.Cabinet;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.OnlineBooking;

/// <summary>
/// Two web nodes over one PostgreSQL, asked over HTTP. No node tells another anything: each looks at the version when its copy is older than
/// <see cref="CompanySnapshots.Freshness"/>. So the clock that the test turns decides what may be stale, and no test waits for anything.
/// </summary>
public class TwoNodesTests(PostgresCluster postgres) : ApiTest(postgres)
{
    private const string Tuesday = "2026-03-03";
    private const int Rounds = 24;

    // Many tries come from one address here.
    private static readonly (string, string)[] Unlimited = [("api:writesPerMinute", "0"), ("api:readsPerMinute", "0"), ("cabinet:writesPerMinute", "0")];

    [Fact]
    public async Task A_booking_on_one_node_is_out_of_the_others_offers_within_a_second()
    {
        var (site, api) = await OpenAsync(Store.Postgres, Unlimited);
        await using var _ = site;
        await using var otherNode = site.OpenAnotherNode();
        using var other = new ApiClient(otherNode.CreateClient());
        using var client = new PlainBrowser(otherNode.CreateClient());
        Assert.True(CompanySnapshots.Freshness * 2 <= Duration.FromSeconds(1), "half of the second is left for the answer itself");

        var before = await OffersAsync(site, other, client);
        Assert.Contains("12:00", before.Slots);
        Assert.Equal(before.Slots, before.PageTimes);
        var (id, token) = await BookAsync(site, api, Tuesday + "T12:00");
        await BookAsync(site, api, "2026-03-02T10:00");
        site.Salon.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await OffersAsync(site, other, client);

        Assert.DoesNotContain("12:00", after.Slots);
        Assert.Equal(after.Slots, after.PageTimes);
        // An hour at noon costs the starts from 11:15 to 12:45.
        Assert.Equal(before.FreeOnTuesday - 7, after.FreeOnTuesday);
        Assert.Equal(("2026-03-02T10:00:00+03:00", "2026-03-02T11:00:00+03:00"), (before.Nearest, after.Nearest));

        (await api.PostAsync($"bookings/{id}/cancellation", new { reason = "other" }, token)).Is(HttpStatusCode.OK);
        site.Salon.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(before.Slots, (await OffersAsync(site, other, client)).Slots);
    }

    [Fact]
    public async Task A_commit_on_a_stale_offer_is_refused_with_times_that_the_same_node_then_gives()
    {
        var (site, api) = await OpenAsync(Store.Postgres, Unlimited);
        await using var _ = site;
        await using var otherNode = site.OpenAnotherNode();
        using var other = new ApiClient(otherNode.CreateClient());
        Assert.Contains("12:00", await SlotsAsync(site, other));
        await BookAsync(site, api, Tuesday + "T12:00");
        await BookAsync(site, api, Tuesday + "T13:00");

        // The clock stands still: the other node has no reason to look, and offers noon. The commit looks.
        Assert.Contains("12:00", await SlotsAsync(site, other));
        var refused = (await other.PostAsync("bookings", Booking(site, Tuesday + "T12:00"), key: NewKey())).Refuses(HttpStatusCode.Conflict, "time-taken", "start");

        var nearest = refused.List("nearest").Select(time => time.GetString()!).ToList();
        Assert.Equal([Tuesday + "T11:00:00+03:00", Tuesday + "T15:00:00+03:00", Tuesday + "T15:15:00+03:00"], nearest);
        Assert.DoesNotContain("12:00", await SlotsAsync(site, other));
        (await other.PostAsync("bookings", Booking(site, nearest[0]), key: NewKey())).Is(HttpStatusCode.Created);
    }

    [Fact(Timeout = 240_000)]
    public async Task The_same_time_asked_of_both_nodes_at_once_is_given_once_round_after_round()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (site, api) = await OpenAsync(Store.Postgres, Unlimited);
        await using var _ = site;
        await using var otherNode = site.OpenAnotherNode();
        using var other = new ApiClient(otherNode.CreateClient());
        ApiClient[] nodes = [api, other, api, other];
        // Tuesday to Friday, six hours a day.
        var starts = from day in Enumerable.Range(0, Rounds / 6)
                     from hour in (int[])[10, 11, 12, 15, 16, 17]
                     select (new LocalDate(2026, 3, 3).PlusDays(day) + new LocalTime(hour, 0)).ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

        foreach (var start in starts)
        {
            var answers = await Task.WhenAll(nodes.Select(node => node.PostAsync("bookings", Booking(site, start), key: NewKey())));

            Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
            Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer =>
            {
                var nearest = answer.Refuses(HttpStatusCode.Conflict, "time-taken", "start").List("nearest").Select(time => time.GetString()!).ToList();
                Assert.NotEmpty(nearest);
                Assert.DoesNotContain(start + "+03:00", nearest);
            });
        }

        await using var db = site.Salon.Db();
        Assert.Equal(Rounds, await db.WorkOrders.CountAsync(cancel));
        Assert.Empty(await WorkOrders.OccupiedTime.FaultsAsync(db, cancel));
    }

    /// <summary>What a node offers of Anna's haircuts: on Tuesday, in every way that it can be asked, and at the nearest.</summary>
    private static async Task<Offers> OffersAsync(SalonSite site, ApiClient api, PlainBrowser client)
    {
        var (haircut, anna) = (site.Salon.Company.Haircut, site.Salon.Company.Anna);
        var days = (await api.GetAsync($"days?service={haircut}&resource={anna}&from={Tuesday}&to={Tuesday}")).Is(HttpStatusCode.OK).List("days");
        var resources = (await api.GetAsync($"resources?service={haircut}")).Is(HttpStatusCode.OK).List("resources");
        var page = await client.OpenAsync($"new/time?service={haircut}&resource={anna}&date={Tuesday}");
        return new Offers(
            await SlotsAsync(site, api),
            Assert.Single(days).GetProperty("free").GetInt32(),
            resources.Single(one => one.GetProperty("id").GetInt32() == anna).GetProperty("nearest").GetString()!,
            [.. QuartersOfAnHour.Where(time => page.Links(time).Count > 0)]);
    }

    /// <summary>From ten to seven, the last start of an hour.</summary>
    private static IEnumerable<string> QuartersOfAnHour =>
        Enumerable.Range(0, 37).Select(quarter => new LocalTime(10, 0).PlusMinutes(15 * quarter).ToString("HH:mm", CultureInfo.InvariantCulture));

    private static async Task<IReadOnlyList<string>> SlotsAsync(SalonSite site, ApiClient api) =>
        [.. (await api.GetAsync($"slots?service={site.Salon.Company.Haircut}&resource={site.Salon.Company.Anna}&date={Tuesday}")).Is(HttpStatusCode.OK)
            .List("slots").Select(slot => TimeOf(slot.GetProperty("start")))];

    private static string TimeOf(JsonElement start) => start.GetString()!.Substring("2026-03-03T".Length, "12:00".Length);

    private sealed record Offers(IReadOnlyList<string> Slots, int FreeOnTuesday, string Nearest, IReadOnlyList<string> PageTimes);
}
