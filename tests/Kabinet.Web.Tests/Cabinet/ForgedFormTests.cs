using System.Net;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

/// <summary>Forms with hidden fields that somebody rewrote.</summary>
public class ForgedFormTests(PostgresCluster postgres) : CabinetTest(postgres)
{
    private static readonly (string, string?)[] Typed = [("name", "Мария"), ("phone", "+7 916 123-45-67"), ("consent", "1")];

    [Fact]
    public async Task Somebody_elses_hold_keeps_its_time_from_all_others()
    {
        var olga = NewClient();
        await olga.OpenAsync($"new?resource={Mint.Anna}&service={Mint.Haircut}&start=2026-03-03T12:00");
        await olga.SendAsync();
        var hold = await HoldOfAsync();
        var maria = NewClient();
        await maria.OpenAsync($"new/confirm?resource={Mint.Anna}&service={Mint.Haircut}&start=2026-03-03T12:00&hold={hold}");

        var page = await maria.SendAsync([.. Typed, ("hold", hold)]);

        Assert.Contains("12:00 уже занято", page.Words, StringComparison.Ordinal);
        Assert.Contains("Вы записаны", (await olga.SendAsync(Typed)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_that_a_browser_holds_is_free_for_itself()
    {
        var maria = NewClient();
        await maria.OpenAsync($"new?resource={Mint.Anna}&service={Mint.Haircut}&start=2026-03-03T12:00");
        await maria.SendAsync();

        var hers = await maria.OpenAsync($"new/time?resource={Mint.Anna}&service={Mint.Haircut}&date=2026-03-03");
        var olgas = await NewClient().OpenAsync($"new/time?resource={Mint.Anna}&service={Mint.Haircut}&date=2026-03-03");

        Assert.NotEmpty(hers.Links("12:00"));
        Assert.Empty(olgas.Links("12:00"));
        Assert.Empty(olgas.Links("11:30"));
    }

    [Fact]
    public async Task A_start_that_was_rewritten_is_refused_in_words()
    {
        var maria = NewClient();
        await maria.OpenAsync($"new/confirm?resource={Mint.Anna}&service={Mint.Haircut}&start=2026-03-03T12:00");

        foreach (var start in new[] { "2026-03-01T12:00", "2026-03-03T12:07", "2030-01-01T12:00", "2026-03-03T14:30" })
        {
            var page = await maria.SendAsync([.. Typed, ("start", start)]);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("Выберите", page.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("Вы записаны", page.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Somebody_elses_key_makes_a_booking_of_ones_own()
    {
        var olga = NewClient();
        await olga.OpenAsync($"new/confirm?resource={Mint.Anna}&service={Mint.Haircut}&start=2026-03-03T12:00");
        var key = olga.Page.Field("key");
        await olga.SendAsync(Typed);
        var maria = NewClient();
        await maria.OpenAsync($"new/confirm?resource={Mint.Anna}&service={Mint.Haircut}&start=2026-03-03T13:00");

        var page = await maria.SendAsync([.. Typed, ("key", key)]);

        Assert.Contains("Вы записаны 13:00", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Garbage_in_a_form_does_not_make_the_server_fail()
    {
        var maria = NewClient();
        string[] garbage = ["", "abc", "99999999999999999999", "-1", "<script>", new string('x', 5000), "🙂"];
        foreach (var text in garbage)
        {
            await maria.OpenAsync($"new/confirm?resource={Mint.Anna}&service={Mint.Haircut}&start=2026-03-03T12:00");
            var page = await maria.SendAsync(("name", text), ("phone", text), ("email", text), ("comment", text), ("remindBefore", text), ("consent", text),
                ("advertising", text), ("key", text), ("hold", text));
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("Проверьте и подтвердите", page.Words, StringComparison.Ordinal);
        }
        foreach (var query in new[] { "resource=x&service=y&start=z", "", "service=99999999999999999999", $"resource=any&service={Mint.Haircut}&service={Mint.Yoga}&start=2026-03-03T12:00" })
        {
            await maria.OpenAsync("new/confirm?resource=any");
            Assert.Equal(HttpStatusCode.OK, (await maria.SendToAsync($"/{TestCompany.Slug}/new/confirm?{query}", Typed)).Status);
            Assert.Equal(HttpStatusCode.OK, (await maria.SendToAsync($"/{TestCompany.Slug}/new?{query}", Typed)).Status);
        }
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_a_bad_request()
    {
        var maria = NewClient();
        await maria.OpenAsync($"new/confirm?resource={Mint.Anna}&service={Mint.Haircut}&start=2026-03-03T12:00");

        Assert.Equal(HttpStatusCode.BadRequest, (await maria.SendAsync([.. Typed, ("name", "\0")])).Status);
        await maria.OpenAsync($"new/confirm?resource={Mint.Anna}&service={Mint.Haircut}&start=2026-03-03T12:00");
        Assert.Equal(HttpStatusCode.BadRequest, (await maria.SendAsync([.. Typed, ("comment", new string('x', 17 << 20))])).Status);
    }

    [Fact]
    public async Task Another_companys_resource_cannot_be_booked()
    {
        var maria = NewClient();
        await maria.OpenAsync($"new/confirm?resource={Mint.Anna}&service={Mint.Haircut}&start=2026-03-03T12:00");

        var page = await maria.SendToAsync($"/{TestCompany.Slug}/new/confirm?resource=100500&service={Mint.Haircut}&start=2026-03-03T12:00", Typed);

        Assert.True(page.Marks("resource", "К этому специалисту нельзя записаться онлайн."));
    }

    private async Task<string> HoldOfAsync()
    {
        await using var db = Salon.Db();
        return db.OccupiedRanges.Single(row => row.HoldId != null).HoldId.ToString()!;
    }
}
