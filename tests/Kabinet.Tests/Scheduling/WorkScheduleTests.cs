using Kabinet.Scheduling;
using NodaTime;
using Xunit;

namespace Kabinet.Tests.Scheduling;

public class WorkScheduleTests
{
    private static readonly WorkingInterval Morning = WorkingInterval.Between(new(9, 0), new(13, 0));
    private static readonly WorkingInterval Afternoon = WorkingInterval.Between(new(14, 0), new(18, 0));
    private static readonly LocalDate Monday = new(2026, 3, 2);

    [Fact]
    public void An_interval_that_finishes_at_or_before_its_start_runs_past_midnight()
    {
        Assert.Equal(480, WorkingInterval.Between(new(22, 0), new(6, 0)).Minutes);
        Assert.Equal(1440, WorkingInterval.Between(new(9, 0), new(9, 0)).Minutes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1441)]
    public void An_interval_is_neither_empty_nor_longer_than_a_day(int minutes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkingInterval(new(9, 0), minutes));

    [Fact]
    public void Intervals_of_a_day_come_in_order() => Assert.Equal([Morning, Afternoon], WeeklySchedule.FiveDay(Afternoon, Morning).On(Monday));

    [Fact]
    public void Schedules_with_the_same_intervals_are_equal()
    {
        Assert.Equal(WeeklySchedule.FiveDay(Morning, Afternoon), WeeklySchedule.FiveDay(Afternoon, Morning));
        Assert.NotEqual(WeeklySchedule.FiveDay(Morning), WeeklySchedule.SixDay(Morning));
        Assert.Equal(new ShiftSchedule(Monday, [[Morning], []]), new ShiftSchedule(Monday, [[Morning], []]));
        Assert.NotEqual(new ShiftSchedule(Monday, [[Morning], []]), new ShiftSchedule(Monday.PlusDays(1), [[Morning], []]));
        Assert.Equal(Calendar(Monday, Morning), Calendar(Monday, Morning));
        Assert.NotEqual(Calendar(Monday, Morning), Calendar(Monday, Afternoon));
        Assert.Equal(new ScheduleDeviation(Monday, [Morning]), new ScheduleDeviation(Monday, [Morning]));
        Assert.Equal(Calendar(Monday, Morning).GetHashCode(), Calendar(Monday, Morning).GetHashCode());
    }

    [Fact]
    public void A_week_has_seven_days_and_a_cycle_at_least_one()
    {
        Assert.Throws<ArgumentException>(() => new WeeklySchedule([[Morning]]));
        Assert.Throws<ArgumentException>(() => new ShiftSchedule(Monday, []));
    }

    [Fact]
    public void Of_several_deviations_for_a_date_the_last_counts()
    {
        var working = WorkingTime.From(WeeklySchedule.FiveDay(Morning), [new(Monday, []), new(Monday, [Afternoon])], DateTimeZone.Utc, Monday, Monday);

        Assert.Equal([At(14, 18)], working.Within(At(0, 23)));
    }

    [Fact]
    public void Within_cuts_the_ranges_at_the_ends_of_the_window()
    {
        var working = WorkingTime.From(WeeklySchedule.FiveDay(Morning, Afternoon), [], DateTimeZone.Utc, Monday, Monday);

        Assert.Equal([At(10, 13), At(14, 15)], working.Within(At(10, 15)));
        Assert.Empty(working.Within(At(13, 14)));
    }

    [Fact]
    public void Only_a_night_shift_of_the_day_before_is_known_before_the_first_date()
    {
        var night = WorkingTime.From(WeeklySchedule.SixDay(WorkingInterval.Between(new(22, 0), new(6, 0))), [], DateTimeZone.Utc, Monday.PlusDays(1), Monday.PlusDays(1));
        var day = WorkingTime.From(WeeklySchedule.SixDay(Morning), [], DateTimeZone.Utc, Monday.PlusDays(1), Monday.PlusDays(1));

        Assert.True(night.Covers(At(22, 24)));
        Assert.False(day.Covers(At(9, 10)));
    }

    [Fact]
    public void Always_covers_everything_and_never_nothing()
    {
        Assert.True(WorkingTime.Always.Covers(new(Instant.FromUtc(1900, 1, 1, 0, 0), Instant.FromUtc(2900, 1, 1, 0, 0))));
        Assert.Equal([At(9, 10)], WorkingTime.Always.Within(At(9, 10)));
        Assert.False(WorkingTime.Never.Covers(At(9, 10)));
    }

    private static CalendarSchedule Calendar(LocalDate date, WorkingInterval interval) =>
        new(new Dictionary<LocalDate, IReadOnlyList<WorkingInterval>> { [date] = [interval] });

    private static TimeRange At(int from, int to) => new(
        Monday.AtMidnight().PlusHours(from).InUtc().ToInstant(), Monday.AtMidnight().PlusHours(to).InUtc().ToInstant());
}
