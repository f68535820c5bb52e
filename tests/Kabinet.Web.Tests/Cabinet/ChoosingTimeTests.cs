using Kabinet.Resources;
using Kabinet.Scheduling;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

public class ChoosingTimeTests(PostgresCluster postgres) : CabinetTest(postgres)
{
    private string Address(string date) => $"new/time?resource={Mint.Anna}&service={Mint.Haircut}&date={date}";

    [Fact]
    public async Task Times_stand_in_parts_of_the_day_and_only_those_that_are_free()
    {
        await SomebodyBooksAsync(Mint.Haircut, Mint.Anna, "11:00", day: 1);

        var page = await NewClient().OpenAsync(Address("2026-03-03"));

        Assert.Contains("Завтра, вт, 3 марта Утро 10:00 День 12:00 12:15", page.Words, StringComparison.Ordinal);
        Assert.Contains("Вечер 17:00", page.Words, StringComparison.Ordinal);
        Assert.Empty(page.Links("14:00"));
    }

    [Fact]
    public async Task There_is_no_evening_where_nobody_works_late()
    {
        await ChangeAsync(db => db.Add(new ResourceDeviation(Mint.Id, Mint.Anna, new ScheduleDeviation(new LocalDate(2026, 3, 3), [new WorkingInterval(new LocalTime(9, 0), 300)]))));

        var page = await NewClient().OpenAsync(Address("2026-03-03"));

        Assert.Contains("Утро 9:00", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Вечер", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_day_is_there_and_leads_to_the_first_free_one()
    {
        foreach (var hour in new[] { 10, 11, 12, 13, 15, 16, 17, 18, 19 }) Assert.False((await SomebodyBooksAsync(Mint.Haircut, Mint.Anna, $"{hour}:00", day: 4)).IsRefused);
        var maria = NewClient();

        await maria.OpenAsync(Address("2026-03-06"));
        Assert.Contains("Пятница, 6 марта: занято", maria.Page.Words, StringComparison.Ordinal);
        Assert.Contains("Суббота, 7 марта: записи нет", maria.Page.Words, StringComparison.Ordinal);
        Assert.Contains("В этот день всё занято", maria.Page.Words, StringComparison.Ordinal);
        Assert.NotEmpty(maria.Page.Link("Другой специалист"));

        await maria.FollowAsync("Показать пн, 9 марта");
        Assert.Contains("Пн, 9 марта Утро 10:00", maria.Page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_weeks_go_on_up_to_the_horizon()
    {
        var maria = NewClient();
        await maria.OpenAsync(Address("2026-03-03"));
        for (var i = 0; i < 4; i++) await maria.FollowAsync("Позже");

        Assert.Contains("Пятница, 1 мая: много свободного", maria.Page.Words, StringComparison.Ordinal);
        Assert.Contains("Суббота, 2 мая: запись ещё не открыта", maria.Page.Words, StringComparison.Ordinal);
        Assert.Empty(maria.Page.Links("Позже"));
        Assert.NotEmpty(maria.Page.Links("Раньше"));
    }

    [Fact]
    public async Task Another_specialist_is_looked_for_on_that_day()
    {
        await SomebodyBooksAsync(Mint.Haircut, Mint.Katya, "10:00", day: 4);

        var page = await NewClient().OpenAsync($"new/resources?service={Mint.Haircut}&date=2026-03-06");

        Assert.Contains("Записаться: Екатерина Белова, ближайшее время пт, 6 марта, 11:00", page.Words, StringComparison.Ordinal);
    }
}
