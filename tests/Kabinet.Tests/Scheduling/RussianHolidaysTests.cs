using Kabinet.Scheduling;
using NodaTime;
using Xunit;

namespace Kabinet.Tests.Scheduling;

public class RussianHolidaysTests
{
    [Fact]
    public void A_schedule_that_is_off_on_holidays_is_the_usual_one_on_all_other_days()
    {
        var day = WorkingInterval.Between(new LocalTime(9, 0), new LocalTime(18, 0));
        var schedule = new OffOnHolidays(WeeklySchedule.FiveDay(day));
        Assert.Empty(schedule.On(new LocalDate(2026, 1, 8)));
        Assert.Equal([day], schedule.On(new LocalDate(2026, 1, 9)));
        Assert.Empty(schedule.On(new LocalDate(2026, 6, 12)));
        Assert.Empty(schedule.On(new LocalDate(2026, 6, 13)));
        Assert.Equal(schedule, new OffOnHolidays(WeeklySchedule.FiveDay(day)));
        Assert.NotEqual<WorkSchedule>(schedule, WeeklySchedule.FiveDay(day));
    }

    [Fact]
    public void A_year_has_the_fourteen_holidays_of_the_labour_code()
    {
        var holidays = Enumerable.Range(0, 365).Select(new LocalDate(2026, 1, 1).PlusDays).Where(date => RussianHolidays.On(date) is not null);

        Assert.Equal(
            ["01-01", "01-02", "01-03", "01-04", "01-05", "01-06", "01-07", "01-08", "02-23", "03-08", "05-01", "05-09", "06-12", "11-04"],
            holidays.Select(date => date.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(2027, 1, 6, PublicHoliday.NewYear)]
    [InlineData(2027, 1, 7, PublicHoliday.Christmas)]
    [InlineData(2027, 1, 8, PublicHoliday.NewYear)]
    [InlineData(2028, 2, 23, PublicHoliday.DefenderOfTheFatherlandDay)]
    [InlineData(2028, 2, 29, null)]
    public void Each_is_known_by_its_date_in_every_year(int year, int month, int day, PublicHoliday? holiday) =>
        Assert.Equal(holiday, RussianHolidays.On(new LocalDate(year, month, day)));
}
