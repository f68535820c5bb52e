using Ical.Net;
using Ical.Net.CalendarComponents;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

public class BookingCalendarTests(PostgresCluster postgres)
{
    private static async Task<CalendarEvent> EntryAsync(ClientBrowser browser, int id)
    {
        var file = await browser.GetAsync($"bookings/{id}/calendar.ics");
        Assert.Equal("text/calendar", file.Response.Content.Headers.ContentType!.MediaType);
        return Assert.Single(Calendar.Load(file.Text)!.Events);
    }

    [Fact]
    public async Task The_file_has_the_time_in_UTC_the_place_and_the_alarm()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        var booked = await browser.BookAsync("12:00", day: 1, remindBefore: 120);

        var entry = await EntryAsync(browser, booked.Id);

        Assert.True(entry.Start!.IsUtc);
        Assert.Equal(booked.Start.ToDateTimeUtc(), entry.Start.AsUtc);
        Assert.Equal(booked.Finish.ToDateTimeUtc(), entry.End!.AsUtc);
        Assert.Equal(("Женская стрижка — Студия «Мята»", "Москва, Лесная улица, 7", "CONFIRMED"), (entry.Summary, entry.Location, entry.Status));
        Assert.Equal("-PT120M", Assert.Single(entry.Alarms).Trigger!.Duration.ToString());
    }

    [Fact]
    public async Task After_a_cancellation_the_same_entry_is_cancelled()
    {
        await using var site = await SalonSite.OpenAsync(Store.Sqlite, postgres);
        using var browser = new ClientBrowser(site);
        var booked = await browser.BookAsync("12:00", day: 1, remindBefore: 120);
        var before = await EntryAsync(browser, booked.Id);
        await browser.SubmitAsync($"bookings/{booked.Id}/cancel", new Dictionary<string, string> { ["reason"] = "Болезнь" });

        var after = await EntryAsync(browser, booked.Id);

        Assert.Equal((before.Uid, "CANCELLED"), (after.Uid, after.Status));
        Assert.True(after.Sequence > before.Sequence);
        Assert.Empty(after.Alarms);
    }
}
