using Kabinet.Scheduling;
using NodaTime;
using Xunit;

namespace Kabinet.Tests.Scheduling;

public class AssignedSchedulesTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly WorkingInterval Morning = WorkingInterval.Between(new(9, 0), new(13, 0)), Evening = WorkingInterval.Between(new(15, 0), new(21, 0));

    [Fact]
    public void Each_schedule_holds_from_its_date_to_the_day_before_the_next()
    {
        var assigned = new AssignedSchedules([(Monday.PlusDays(3), null), (Monday.PlusDays(1), WeeklySchedule.FiveDay(Evening)), (Monday, WeeklySchedule.FiveDay(Morning))]);

        Assert.Empty(assigned.On(Monday.PlusDays(-3)));
        Assert.Equal([Morning], assigned.On(Monday));
        Assert.Equal([Evening], assigned.On(Monday.PlusDays(1)));
        Assert.Equal([Evening], assigned.On(Monday.PlusDays(2)));
        Assert.Empty(assigned.On(Monday.PlusDays(3)));
    }

    [Fact]
    public void Two_with_the_same_schedules_from_the_same_dates_are_equal()
    {
        AssignedSchedules Of(params WorkingInterval[] hours) => new([(Monday, WeeklySchedule.FiveDay(hours))]);

        Assert.Equal(Of(Morning), Of(Morning));
        Assert.Equal(Of(Morning).GetHashCode(), Of(Morning).GetHashCode());
        Assert.NotEqual(Of(Morning), Of(Evening));
    }
}
