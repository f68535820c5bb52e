using Kabinet.Scheduling;
using NodaTime;
using Xunit;

namespace Kabinet.Tests.Scheduling;

public class WallTimeTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Fact]
    public void A_skipped_time_is_no_time() => Assert.Null(new WallTime(new LocalDateTime(2026, 3, 29, 2, 30)).In(Berlin));

    [Fact]
    public void A_repeated_time_is_two_times_and_each_is_read_back_as_itself()
    {
        var shown = new LocalDateTime(2026, 10, 25, 2, 30);
        var (first, second) = (new WallTime(shown), new WallTime(shown, IsSecondPass: true));

        Assert.True(first.IsRepeated(Berlin));
        Assert.Equal(Duration.FromHours(1), second.In(Berlin)!.Value - first.In(Berlin)!.Value);
        Assert.Equal(first, WallTime.Of(first.In(Berlin)!.Value, Berlin));
        Assert.Equal(second, WallTime.Of(second.In(Berlin)!.Value, Berlin));
    }

    [Fact]
    public void On_a_usual_day_there_is_one()
    {
        var time = new WallTime(new LocalDateTime(2026, 3, 2, 14, 30));

        Assert.False(time.IsRepeated(Berlin));
        Assert.Equal(Instant.FromUtc(2026, 3, 2, 13, 30), time.In(Berlin));
        Assert.Equal(time, WallTime.Of(Instant.FromUtc(2026, 3, 2, 13, 30), Berlin));
    }
}
