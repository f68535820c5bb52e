using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Kabinet.Exchange.Tables;

/// <summary>A day as tables have it: 17.05.1990, 17.5.90, 1990-05-17, 17 мая 1990 г., or Excel's number of the day.</summary>
internal static partial class TypedDay
{
    // «мар» comes before «ма», so that March is not taken for May.
    private static readonly string[] Months = ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];
    private static readonly string[] EnglishMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Excel's day 0; the 29 February 1900 that it believes in stands between it and the first right one.</summary>
    private static readonly LocalDate ExcelEpoch = new(1899, 12, 30);

    /// <summary>Null: it is no day, or says no year.</summary>
    /// <param name="today">A year of two digits is of the hundred years up to it.</param>
    public static LocalDate? Read(string text, LocalDate today)
    {
        var plain = text.Trim().ToLowerInvariant();
        if (YearFirst().Match(plain) is { Success: true } iso) return Day(iso, Number(iso, "month"), today);
        if (DayFirst().Match(plain) is { Success: true } numbers)
            return Day(numbers, Number(numbers, "month"), today) ?? Swapped(numbers, today);
        if (Words().Match(plain) is { Success: true } words) return Day(words, Month(words.Groups["month"].Value), today);
        // 61 is 1 March 1900; shorter numbers are no birthdays but slips.
        return int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is > 60 and < 100_000 ? ExcelEpoch.PlusDays(serial) : null;
    }

    private static LocalDate? Day(Match match, int month, LocalDate today)
    {
        var (year, day) = (Number(match, "year"), Number(match, "day"));
        if (match.Groups["year"].Length == 2) year += year + 2000 > today.Year ? 1900 : 2000;
        return month is >= 1 and <= 12 && year is >= 1 and <= 9999 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
    }

    /// <summary>5/17/1990: the American order, where the other one makes no day.</summary>
    private static LocalDate? Swapped(Match match, LocalDate today) => match.Groups["dot"].Value == "/"
        && DayFirst().Match($"{match.Groups["month"].Value}/{match.Groups["day"].Value}/{match.Groups["year"].Value}") is { Success: true } other ? Day(other, Number(other, "month"), today) : null;

    private static int Month(string word) =>
        (Array.FindIndex(Months, month => word.StartsWith(month, StringComparison.Ordinal)) is var russian and >= 0
            ? russian : Array.FindIndex(EnglishMonths, month => word.StartsWith(month, StringComparison.Ordinal))) + 1;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<year>\d{4})[-./](?<month>\d{1,2})[-./](?<day>\d{1,2})([t ].*)?$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<day>\d{1,2})(?<dot>[-./])(?<month>\d{1,2})[-./](?<year>\d{4}|\d{2})( ?г\.?)?( \d{1,2}:\d{2}(:\d{2})?)?$")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<day>\d{1,2})[ .-]+(?<month>[а-яa-z]{3,9})\.?,?[ -]+(?<year>\d{4}|\d{2})( ?(г|года)\.?)?$")]
    private static partial Regex Words();
}
