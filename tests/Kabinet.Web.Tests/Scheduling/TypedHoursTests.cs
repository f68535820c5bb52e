using Kabinet.Scheduling;
using Xunit;

namespace Kabinet.Web.Tests.Scheduling;

public class TypedHoursTests
{
    [Theory]
    [InlineData("9-18", "9:00–18:00")]
    [InlineData("9:00–13:00, 14:00–18:00", "9:00–13:00, 14:00–18:00")]
    [InlineData(" 14.00-18.30;9-13 ", "9:00–13:00, 14:00–18:30")]
    [InlineData("09:00 — 13:00 13:00 — 24:00", "9:00–13:00, 13:00–24:00")]
    [InlineData("22:00–6:00+1", "22:00–6:00+1")]
    [InlineData("9-9 +1", "9:00–9:00+1")]
    [InlineData("0-24", "0:00–24:00")]
    [InlineData("", "")]
    [InlineData(" Выходной ", "")]
    [InlineData("—", "")]
    public void Hours_are_read_as_people_write_them_and_written_out_alike(string typed, string written)
    {
        var read = TypedHours.Read(typed, "days.0");

        Assert.False(read.IsRefused);
        Assert.Equal(written, TypedHours.Of(read.Value));
        Assert.Equal(read.Value, TypedHours.Read(written, "days.0").Value);
    }

    [Theory]
    [InlineData("с девяти", RefusalReason.HoursUnreadable)]
    [InlineData("9", RefusalReason.HoursUnreadable)]
    [InlineData("9-25", RefusalReason.HoursUnreadable)]
    [InlineData("24-25+1", RefusalReason.HoursUnreadable)]
    [InlineData("9:60-18", RefusalReason.HoursUnreadable)]
    [InlineData("24:30-18", RefusalReason.HoursUnreadable)]
    [InlineData("9-18 обед", RefusalReason.HoursUnreadable)]
    [InlineData("9-1314-18", RefusalReason.HoursUnreadable)]
    [InlineData("18-9", RefusalReason.FinishBeforeStart)]
    [InlineData("9-9", RefusalReason.FinishBeforeStart)]
    [InlineData("9-13, 12:59-18", RefusalReason.HoursOverlap)]
    [InlineData("20-6+1, 22-23", RefusalReason.HoursOverlap)]
    [InlineData("9-10+1", RefusalReason.HoursTooLong)]
    public void What_makes_no_sense_is_refused_at_its_field(string typed, RefusalReason reason) =>
        Assert.Equal(new Refusal(reason, "days.3"), Assert.Single(TypedHours.Read(typed, "days.3").Refusals));
}
