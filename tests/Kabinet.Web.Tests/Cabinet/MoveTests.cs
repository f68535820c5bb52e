using System.Net;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

public class MoveTests(PostgresCluster postgres) : CabinetTest(postgres)
{
    [Fact]
    public async Task Maria_moves_her_booking_and_sees_the_old_and_the_new_time()
    {
        var maria = NewClient();
        var id = await maria.BookAsync(Mint.Anna, Mint.Haircut, "2026-03-03T12:00");

        await maria.OpenAsync($"bookings/{id}/move");
        Assert.NotEmpty(maria.Page.Links("12:00"));
        await maria.FollowAsync("12:30");
        Assert.Contains("Было Завтра, вт, 3 марта, 12:00 Станет Завтра, вт, 3 марта, 12:30", maria.Page.Words, StringComparison.Ordinal);
        await maria.SendAsync();

        Assert.Contains("Запись перенесена 12:30", maria.Page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_taken_meanwhile_offers_the_nearest()
    {
        var maria = NewClient();
        var id = await maria.BookAsync(Mint.Anna, Mint.Haircut, "2026-03-03T12:00");
        await maria.OpenAsync($"bookings/{id}/move?start=2026-03-04T12:00");
        await SomebodyBooksAsync(Mint.Haircut, Mint.Anna, "12:00", day: 2);

        await maria.SendAsync();
        Assert.Contains("Это время только что заняли.", maria.Page.Words, StringComparison.Ordinal);
        await maria.FollowAsync("13:00");
        await maria.SendAsync();

        Assert.Contains("Запись перенесена 13:00", maria.Page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_elses_booking_is_shown_or_moved()
    {
        var id = await NewClient().BookAsync(Mint.Anna, Mint.Haircut, "2026-03-03T12:00");
        var olga = NewClient();
        await olga.BookAsync(Mint.Katya, Mint.Haircut, "2026-03-03T12:00", "+7 903 000-00-01");

        Assert.Equal(HttpStatusCode.NotFound, (await olga.OpenAsync($"bookings/{id}/move")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await olga.OpenAsync($"new/done/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await NewClient().OpenAsync($"new/done/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await olga.SendToAsync($"/{TestCompany.Slug}/bookings/{id}/move?start=2026-03-04T12:00")).Status);
    }

    [Theory]
    [InlineData("2026-03-01T12:00", "Это время уже прошло.")]
    [InlineData("2026-03-03T12:07", "На это время записаться нельзя.")]
    [InlineData("31 марта", "Такой даты нет.")]
    public async Task A_time_that_cannot_be_had_is_refused_and_the_free_ones_are_shown(string start, string words)
    {
        var maria = NewClient();
        var id = await maria.BookAsync(Mint.Anna, Mint.Haircut, "2026-03-03T12:00");

        var page = await maria.OpenAsync($"bookings/{id}/move?start={start}");

        Assert.Contains(words, page.Words, StringComparison.Ordinal);
        Assert.Contains("На когда перенести?", page.Words, StringComparison.Ordinal);
        Assert.NotEmpty(page.Links("10:00"));
    }

    [Fact]
    public async Task Shortly_before_its_start_a_booking_is_moved_by_phone()
    {
        var maria = NewClient();
        var id = await maria.BookAsync(Mint.Anna, Mint.Haircut, "2026-03-02T12:00");
        Salon.Clock.Advance(TimeSpan.FromHours(2));

        var page = await maria.OpenAsync($"bookings/{id}/move");

        Assert.Contains("Перенести запись онлайн уже нельзя", page.Words, StringComparison.Ordinal);
        Assert.Equal("tel:+74950000000", page.Link("Позвонить менеджеру"));
    }
}
