using Kabinet.Resources;
using Kabinet.Scheduling;
using NodaTime;
using Xunit;

namespace Kabinet.Tests.Scheduling;

public class PlannedDayTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly WorkingInterval Day = WorkingInterval.Between(new LocalTime(9, 0), new LocalTime(18, 0));
    private static readonly WorkingInterval Morning = WorkingInterval.Between(new LocalTime(9, 0), new LocalTime(13, 0));

    [Fact]
    public void A_deviation_takes_the_place_of_the_schedule_and_without_either_there_is_no_plan()
    {
        var anna = new Resource(1, 7, "Анна");
        anna.Assign(3, Monday);
        var days = new PlannedDays(
            new Dictionary<int, WorkSchedule> { [3] = WeeklySchedule.FiveDay(Day) },
            [Deviation(7, Monday, Morning), Deviation(7, Monday.PlusDays(1)), Deviation(7, Monday.PlusDays(-2), Morning), Deviation(8, Monday.PlusDays(2))]);

        Assert.Equal([Morning], days.On(anna, Monday).Hours);
        Assert.Equal([Day], days.On(anna, Monday).BySchedule!);
        Assert.True(days.On(anna, Monday.PlusDays(1)) is { IsDeviation: true, Hours: [] });
        Assert.True(days.On(anna, Monday.PlusDays(2)) is { IsDeviation: false, Hours: [var whole] } && whole == Day);
        Assert.True(days.On(anna, Monday.PlusDays(5)) is { IsDeviation: false, IsUnplanned: false, Hours: [] });
        Assert.True(days.On(anna, Monday.PlusDays(-1)) is { IsUnplanned: true, Hours: [] });
        Assert.True(days.On(anna, Monday.PlusDays(-2)) is { IsUnplanned: false, BySchedule: null, Hours: [var extra] } && extra == Morning);
    }

    private static ResourceDeviation Deviation(int resource, LocalDate date, params WorkingInterval[] hours) => new(1, resource, new ScheduleDeviation(date, hours));
}
