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

    [Fact]
    public void A_copied_day_deviates_only_where_its_schedule_says_otherwise()
    {
        var anna = new Resource(1, 7, "Анна");
        anna.Assign(3, Monday.PlusDays(1));
        var days = new PlannedDays(
            new Dictionary<int, WorkSchedule> { [3] = WeeklySchedule.FiveDay(Day) },
            [Deviation(7, Monday.PlusDays(1), Morning), Deviation(7, Monday.PlusDays(2)), Deviation(7, Monday.PlusDays(5), Day), Deviation(7, Monday.PlusDays(10), Morning)]);
        var copied = days.Copy([anna], Monday, Monday.PlusDays(7), 7);

        // Nothing was planned for Monday; Tuesday to Thursday as they were, Saturday was worked, the rest is by the schedule.
        Assert.DoesNotContain(new ResourceDay(7, Monday.PlusDays(7)), copied.Keys);
        IReadOnlyList<WorkingInterval>? On(int day) => copied[new ResourceDay(7, Monday.PlusDays(7 + day))];
        Assert.Equal([Morning], On(1)!);
        Assert.Empty(On(2)!);
        Assert.Null(On(3));
        Assert.Null(On(4));
        Assert.Equal([Day], On(5)!);
        Assert.Null(On(6));
    }

    private static ResourceDeviation Deviation(int resource, LocalDate date, params WorkingInterval[] hours) => new(1, resource, new ScheduleDeviation(date, hours));
}
