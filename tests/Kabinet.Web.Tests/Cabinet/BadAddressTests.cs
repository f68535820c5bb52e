using System.Net;
using Kabinet.Data;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

/// <summary>An address is anybody's to write: what cannot be had is refused in words, and nothing else that was chosen is lost.</summary>
public class BadAddressTests(PostgresCluster postgres) : CabinetTest(postgres)
{
    [Fact]
    public async Task An_unknown_company_is_not_found()
    {
        foreach (var path in new[] { "new", "new/resources", "new/services", "new/time", "new/confirm", "new/done/1", "bookings/1/move" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await NewClient().OpenAsync(path, "no-such-company")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await NewClient().OpenAsync(path, "НЕТ такой")).Status);
        }
    }

    [Theory]
    [InlineData("2026-03-01T12:00", "Это время уже прошло.")]
    [InlineData("2026-03-02T09:30", "На это время уже не успеть записаться.")]
    [InlineData("2026-12-31T12:00", "Так далеко запись ещё не открыта.")]
    [InlineData("2026-03-03T12:07", "На это время записаться нельзя.")]
    [InlineData("2026-03-03T22:00", "В это время записи нет: нерабочее время.")]
    [InlineData("9999-12-31T23:59", "Такой даты нет.")]
    [InlineData("2026-02-30T12:00", "Такой даты нет.")]
    [InlineData("завтра", "Такой даты нет.")]
    public async Task A_start_that_cannot_be_had_is_refused_at_its_field(string start, string words)
    {
        var page = await NewClient().OpenAsync($"new?resource={Mint.Anna}&service={Mint.Haircut}&start={start}");

        Assert.True(page.Marks("start", words), page.Words);
        Assert.Contains("Женская стрижка 2 500 ₽", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Записаться на", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_off_the_grid_comes_with_the_nearest_free_ones()
    {
        var maria = NewClient();
        await maria.OpenAsync($"new?resource={Mint.Anna}&service={Mint.Haircut}&start=2026-03-03T12:07");

        await maria.FollowAsync("завтра 12:15");

        Assert.Contains("Записаться на 12:15", maria.Page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-01", "Это время уже прошло.")]
    [InlineData("2027-03-01", "Так далеко запись ещё не открыта.")]
    public async Task A_date_that_cannot_be_had_shows_the_first_free_one(string date, string words)
    {
        var page = await NewClient().OpenAsync($"new/time?resource={Mint.Anna}&service={Mint.Haircut}&date={date}");

        Assert.Contains(words, page.Words, StringComparison.Ordinal);
        Assert.Contains("Сегодня, пн, 2 марта Утро 10:00", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_the_resource_does_not_perform_is_refused()
    {
        var page = await NewClient().OpenAsync($"new?resource={Mint.Katya}&service={Mint.Colouring}&start=2026-03-03T12:00");

        Assert.True(page.Marks("service", "Этот специалист не оказывает выбранную услугу."));
        Assert.Contains("Екатерина Белова", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_are_the_visitors_language()
    {
        var page = await NewClient("en").OpenAsync($"new?resource={Mint.Anna}&service={Mint.Haircut}&start=2026-03-01T12:00");

        Assert.True(page.Marks("start", "This time has passed."), page.Words);
    }

    [Fact]
    public async Task Another_companys_resource_and_service_do_not_exist_here()
    {
        var other = await TestCompany.CreateAsync(Site.Use<Databases>(), Salon.Now, "other-salon");
        // Ids begin anew in each company: one that is surely not this company's.
        await ChangeAsync(db => db.Services.Single(service => service.Id == Mint.Haircut).Archive());

        var page = await NewClient().OpenAsync($"new?resource={other.Id + 100_000}&service={Mint.Haircut}");

        Assert.True(page.Marks("resource", "К этому специалисту нельзя записаться онлайн."));
        Assert.True(page.Marks("service", "На эту услугу нельзя записаться онлайн."));
    }

    [Fact]
    public async Task A_method_that_a_page_does_not_know_is_refused()
    {
        using var http = Site.CreateClient();
        foreach (var path in new[] { "", "/new", "/new/resources", "/new/services", "/new/time", "/new/confirm", "/new/done/1", "/bookings/1/move" })
        {
            foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Post, HttpMethod.Head })
            {
                using var request = new HttpRequestMessage(method, $"/{TestCompany.Slug}{path}") { Content = new FormUrlEncodedContent([KeyValuePair.Create("a", "b")]) };
                using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True((int)answer.StatusCode < 500, $"{method} {path}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Nothing_in_an_address_makes_the_server_fail()
    {
        string[] ids = ["abc", "-1", "0", "99999999999999999999", "1.5", "%00", "'; drop table services", "🙂", new string('9', 700)];
        string[] pages = ["new", "new/resources", "new/services", "new/time", "new/confirm"];
        var client = NewClient();
        foreach (var path in pages)
        {
            foreach (var id in ids)
            {
                var text = id == "%00" ? id : Uri.EscapeDataString(id);
                var page = await client.OpenAsync($"{path}?resource={text}&service={text}&service={Mint.Haircut}&start={text}&date={text}&hold={text}&search={text}&time={text}");
                Assert.True(page.Status == HttpStatusCode.OK, $"{path} {id[..Math.Min(9, id.Length)]}: {page.Status}");
            }
        }
        foreach (var path in new[] { "new/done/99999999999999999999", "new/done/abc", "new/done/-1", "bookings/2147483647/move", "bookings/abc/move" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.OpenAsync(path)).Status);
    }
}
