using Kabinet.Cabinet.NewBooking;
using Kabinet.Shell;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

public class LocalStartTests
{
    private static readonly DateTimeZone Moscow = DateTimeZoneProviders.Tzdb["Europe/Moscow"], Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly Instant FirstPass = Instant.FromUtc(2026, 10, 25, 0, 30), SecondPass = Instant.FromUtc(2026, 10, 25, 1, 30);

    [Fact]
    public void A_start_is_the_companys_local_time()
    {
        Assert.Equal("2026-03-03T14:30", LocalStart.Write(Instant.FromUtc(2026, 3, 3, 11, 30), Moscow));
        Assert.Equal(Instant.FromUtc(2026, 3, 3, 11, 30), LocalStart.Read("2026-03-03T14:30", Moscow));
    }

    [Fact]
    public void Of_an_hour_that_comes_twice_it_says_which()
    {
        Assert.Equal(("2026-10-25T02:30+02", "2026-10-25T02:30+01"), (LocalStart.Write(FirstPass, Berlin), LocalStart.Write(SecondPass, Berlin)));
        Assert.Equal((FirstPass, SecondPass), (LocalStart.Read("2026-10-25T02:30+02", Berlin), LocalStart.Read("2026-10-25T02:30+01", Berlin)));
        Assert.Equal(SecondPass, LocalStart.Read("2026-10-25T02:30 01", Berlin));
        Assert.Equal(FirstPass, LocalStart.Read("2026-10-25T02:30", Berlin));
        Assert.Equal("2:30 (UTC+01)", LocalStart.Show(SecondPass, Berlin, Texts.Russian));
    }

    [Theory]
    [InlineData("2026-03-29T02:30")]
    [InlineData("9999-12-31T23:59")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59-18")]
    [InlineData("2026-03-03")]
    [InlineData("")]
    [InlineData(null)]
    public void What_the_clocks_never_show_is_no_start(string? text) => Assert.Null(LocalStart.Read(text, Berlin));
}
