using Kabinet.Shell;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Shell;

public class FormatsTests
{
    private static readonly LocalDate Tuesday = new(2026, 3, 3);

    [Theory]
    [InlineData(0, "0 ₽")]
    [InlineData(500, "500 ₽")]
    [InlineData(1500, "1\u202f500 ₽")]
    [InlineData(1500.5, "1\u202f500,50 ₽")]
    [InlineData(1234567, "1\u202f234\u202f567 ₽")]
    [InlineData(-1500, "-1\u202f500 ₽")]
    public void Prices_are_grouped_by_thin_spaces_and_show_kopecks_only_where_there_are_any(decimal rubles, string shown) =>
        Assert.Equal(shown, Texts.Russian.Price(Money.Rubles(rubles)).Replace('\u00a0', ' '));

    [Theory]
    [InlineData(1, "1 запись")]
    [InlineData(2, "2 записи")]
    [InlineData(5, "5 записей")]
    [InlineData(11, "11 записей")]
    [InlineData(21, "21 запись")]
    [InlineData(1000, "1\u202f000 записей")]
    public void Bookings_are_counted_in_three_forms(int number, string words) =>
        Assert.Equal(words, Texts.Russian.Count(number, "запись|записи|записей").Replace('\u00a0', ' '));

    [Theory]
    [InlineData(0, "0 мин")]
    [InlineData(15, "15 мин")]
    [InlineData(60, "1 ч")]
    [InlineData(90, "1 ч 30 мин")]
    [InlineData(1440, "1 д")]
    [InlineData(1530, "1 д 1 ч 30 мин")]
    public void Durations_are_said_in_hours_and_minutes(int minutes, string words) =>
        Assert.Equal(words, Texts.Russian.Minutes(minutes).Replace('\u00a0', ' '));

    [Fact]
    public void Dates_are_said_as_people_say_them()
    {
        var t = Texts.Russian;

        Assert.Equal("вт, 3 марта", t.Date(Tuesday, Tuesday));
        Assert.Equal("пт, 3 марта 2028", t.Date(new(2028, 3, 3), Tuesday));
        Assert.Equal(["Сегодня", "Завтра", "чт, 5 марта"], Enumerable.Range(0, 3).Select(days => t.Day(Tuesday.PlusDays(days), Tuesday)));
        Assert.Equal("Вторник, 3 марта", t.LongDate(Tuesday, Tuesday));
        Assert.Equal("март", t.Month(Tuesday));
        Assert.Equal("Завтра в 9:05", t.Moment(Tuesday.PlusDays(1) + new LocalTime(9, 5), Tuesday));
        Assert.Equal("03.03.2026 09:05", t.Stamp(Tuesday + new LocalTime(9, 5)));
    }

    [Fact]
    public void English_follows_its_own_ways()
    {
        var t = Texts.English;

        Assert.Equal("1,500 ₽", t.Price(Money.Rubles(1500)).Replace('\u00a0', ' '));
        Assert.Equal("Tue, 3 March", t.Date(Tuesday, Tuesday));
        Assert.Equal("Tomorrow at 9:05", t.Moment(Tuesday.PlusDays(1) + new LocalTime(9, 5), Tuesday));
        Assert.Equal("1 h 30 min", t.Minutes(90).Replace('\u00a0', ' '));
    }

    [Theory]
    [InlineData(null, "Не напоминать")]
    [InlineData(30, "За 30 минут")]
    [InlineData(60, "За 1 час")]
    [InlineData(120, "За 2 часа")]
    [InlineData(1440, "За сутки")]
    [InlineData(2880, "За 2 дня")]
    public void A_reminder_is_named_by_how_long_before(int? minutes, string words) =>
        Assert.Equal(words, Texts.Russian.Reminder(minutes).Replace('\u00a0', ' '));
}
