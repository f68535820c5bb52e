using Kabinet.Resources;
using Kabinet.Scheduling;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Scheduling;

public class DeviationFormTests
{
    private static readonly LocalDate Monday = Salon.Monday;

    [Theory]
    [InlineData("", RefusalReason.HoursUnreadable)]
    [InlineData("выходной", RefusalReason.HoursUnreadable)]
    [InlineData("утром", RefusalReason.HoursUnreadable)]
    [InlineData("18-9", RefusalReason.FinishBeforeStart)]
    [InlineData("9-13 12-18", RefusalReason.HoursOverlap)]
    public void Other_hours_are_hours_that_can_be_read(string hours, RefusalReason reason) =>
        Assert.Equal([new Refusal(reason, "hours")], new DeviationForm([new(1, Monday)], DeviationKind.OtherHours, hours).Check().Refusals);

    [Fact]
    public void Without_days_and_with_a_date_beyond_sense_it_is_refused()
    {
        Assert.Equal([new Refusal(RefusalReason.DaysMissing, "days")], new DeviationForm([], DeviationKind.NotWorking).Check().Refusals);
        Assert.Equal([new Refusal(RefusalReason.DateInvalid, "days")], new DeviationForm([new(1, LocalDate.MaxIsoValue)], DeviationKind.BySchedule).Check().Refusals);
    }

    [Fact]
    public void Every_day_gets_what_is_asked_for_once()
    {
        ResourceDay[] days = [new(1, Monday), new(2, Monday), new(1, Monday)];
        var hours = new DeviationForm(days, DeviationKind.OtherHours, "10–14, 15–19").Check().Value;
        Assert.Equal(2, hours.Count);
        Assert.All(hours.Values, day => Assert.Equal("10:00–14:00, 15:00–19:00", TypedHours.Of(day!)));
        Assert.All(new DeviationForm(days, DeviationKind.NotWorking, "10–14").Check().Value.Values, day => Assert.Empty(day!));
        Assert.All(new DeviationForm(days, DeviationKind.BySchedule).Check().Value.Values, Assert.Null);
    }
}
