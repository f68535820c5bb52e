using Kabinet.Exchange.Tables;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Exchange.Tables;

public class TypedDayTests
{
    private static readonly LocalDate Today = new(2026, 3, 2);

    [Theory]
    [InlineData("17.05.1990")]
    [InlineData("17.5.90")]
    [InlineData("17.05.1990 г.")]
    [InlineData("17/05/1990")]
    [InlineData("5/17/1990")]
    [InlineData("17-05-1990")]
    [InlineData("1990-05-17")]
    [InlineData("1990-05-17T00:00:00")]
    [InlineData("1990-05-17 00:00")]
    [InlineData("17.05.1990 0:00:00")]
    [InlineData("17 мая 1990")]
    [InlineData("17 МАЯ 1990 года")]
    [InlineData("17 мая 1990 г.")]
    [InlineData("17-май-90")]
    [InlineData("17 May 1990")]
    [InlineData("33010")]
    public void A_day_is_read_as_people_write_it(string text) => Assert.Equal(new LocalDate(1990, 5, 17), TypedDay.Read(text, Today));

    [Theory]
    [InlineData("1 марта 2020", 2020, 3, 1)]
    [InlineData("29.02.2024", 2024, 2, 29)]
    [InlineData("03.04.25", 2025, 4, 3)]
    [InlineData("03.04.27", 1927, 4, 3)]
    public void The_day_comes_first_and_a_short_year_is_past(string text, int year, int month, int day) => Assert.Equal(new LocalDate(year, month, day), TypedDay.Read(text, Today));

    [Theory]
    [InlineData("")]
    [InlineData("31.02.1990")]
    [InlineData("17.05")]
    [InlineData("17 мая")]
    [InlineData("35.13.1990")]
    [InlineData("17.13.1990")]
    [InlineData("0000-00-00")]
    [InlineData("17 foo 1990")]
    [InlineData("вчера")]
    [InlineData("12")]
    public void What_is_no_day_is_not_guessed(string text) => Assert.Null(TypedDay.Read(text, Today));
}
