using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace Kabinet.Shell;

/// <summary>
/// Words for people. Russian is the source text, written where it is shown; other languages look it up. A text without a translation
/// stays Russian, and a test finds it. Formats: 1 500 ₽, 1 ч 30 мин, «вт, 3 марта», 14:30.
/// </summary>
public sealed class Texts
{
    public static readonly Texts Russian = new("ru");
    public static readonly Texts English = new("en");

    private const char ThinSpace = '\u202f';
    private const char NoBreakSpace = '\u00a0';

    private static readonly FrozenDictionary<string, string> EnglishWords = ReadWords("en");

    private readonly CultureInfo culture;

    private Texts(string language)
    {
        Language = language;
        culture = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "ru-RU");
    }

    /// <summary>ru or en.</summary>
    public string Language { get; }
    public bool IsRussian => Language == "ru";

    public static Texts Of(string? language) => language is not null && language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : Russian;

    /// <summary>Is there an English text for this Russian one?</summary>
    public static bool IsTranslated(string russian) => EnglishWords.ContainsKey(russian);

    public string this[string russian] => IsRussian ? russian : EnglishWords.GetValueOrDefault(russian, russian);

    /// <summary>The text with {0}, {1} … filled in.</summary>
    public string this[string russian, params object[] values] => string.Format(culture, this[russian], values);

    /// <summary>1 запись, 2 записи, 5 записей. The three forms are one key: "запись|записи|записей".</summary>
    public string Count(long number, string forms)
    {
        var words = this[forms].Split('|');
        return $"{Number(number)}{NoBreakSpace}{words[IsRussian ? RussianForm(number) : number == 1 ? 0 : 1]}";
    }

    public static int RussianForm(long number)
    {
        var (tens, ones) = (Math.Abs(number) % 100, Math.Abs(number) % 10);
        if (tens is >= 11 and <= 14) return 2;
        return ones switch { 1 => 0, >= 2 and <= 4 => 1, _ => 2 };
    }

    public string Number(long number) => Grouped(number.ToString("#,0", CultureInfo.InvariantCulture));

    /// <summary>1 500 ₽; kopecks only where there are any.</summary>
    public string Price(Money price)
    {
        var isWhole = price.Kopecks % 100 == 0;
        var text = price.AsRubles.ToString(isWhole ? "#,0" : "#,0.00", CultureInfo.InvariantCulture);
        return (IsRussian ? Grouped(text).Replace('.', ',') : text) + NoBreakSpace + "₽";
    }

    /// <summary>1 ч 30 мин.</summary>
    public string Minutes(int minutes)
    {
        var (days, hours, rest) = (minutes / 1440, minutes % 1440 / 60, minutes % 60);
        List<string> parts = [];
        if (days > 0) parts.Add($"{days}{NoBreakSpace}{this["д"]}");
        if (hours > 0) parts.Add($"{hours}{NoBreakSpace}{this["ч"]}");
        if (rest > 0 || parts.Count == 0) parts.Add($"{rest}{NoBreakSpace}{this["мин"]}");
        return string.Join(NoBreakSpace, parts);
    }

    public string Time(LocalTime time) => time.ToString("H:mm", CultureInfo.InvariantCulture);
    public string Time(LocalDateTime time) => Time(time.TimeOfDay);

    /// <summary>3 марта; with the year where it is not this one.</summary>
    public string DayAndMonth(LocalDate date, LocalDate today) =>
        date.ToDateTimeUnspecified().ToString(date.Year == today.Year ? "d MMMM" : "d MMMM yyyy", culture);

    /// <summary>вт, 3 марта.</summary>
    public string Date(LocalDate date, LocalDate today) => $"{Weekday(date)}, {DayAndMonth(date, today)}";

    /// <summary>Сегодня, Завтра, else «вт, 3 марта».</summary>
    public string Day(LocalDate date, LocalDate today) =>
        date == today ? this["Сегодня"] : date == today.PlusDays(1) ? this["Завтра"] : Date(date, today);

    /// <summary>Вторник, 3 марта.</summary>
    public string LongDate(LocalDate date, LocalDate today)
    {
        var weekday = date.ToDateTimeUnspecified().ToString("dddd", culture);
        return $"{char.ToUpper(weekday[0], culture)}{weekday[1..]}, {DayAndMonth(date, today)}";
    }

    /// <summary>вт.</summary>
    public string Weekday(LocalDate date) => date.ToDateTimeUnspecified().ToString("ddd", culture);

    /// <summary>март; in the nominative.</summary>
    public string Month(LocalDate date) => culture.DateTimeFormat.GetMonthName(date.Month);

    /// <summary>«Сегодня в 14:30», «вт, 3 марта в 14:30».</summary>
    public string Moment(LocalDateTime at, LocalDate today) => this["{0} в {1}", Day(at.Date, today), Time(at)];

    /// <summary>The same within a sentence: «сегодня в 14:30».</summary>
    public string MomentInside(LocalDateTime at, LocalDate today)
    {
        var moment = Moment(at, today);
        return at.Date == today || at.Date == today.PlusDays(1) ? char.ToLower(moment[0], culture) + moment[1..] : moment;
    }

    /// <summary>03.03.2026 14:30, for tables.</summary>
    public string Stamp(LocalDateTime at) => at.ToString(IsRussian ? "dd.MM.yyyy HH:mm" : "dd MMM yyyy HH:mm", culture);

    /// <summary>«За 2 часа», «За сутки», «Не напоминать».</summary>
    public string Reminder(int? minutesBefore) => minutesBefore switch
    {
        null => this["Не напоминать"],
        24 * 60 => this["За сутки"],
        { } minutes when minutes % 1440 == 0 => this["За {0}", Count(minutes / 1440, "день|дня|дней")],
        { } minutes when minutes % 60 == 0 => this["За {0}", Count(minutes / 60, "час|часа|часов")],
        { } minutes => this["За {0}", Count(minutes, "минуту|минуты|минут")],
    };

    private string Grouped(string number) => IsRussian ? number.Replace(',', ThinSpace) : number;

    /// <summary>All embedded files of the language: each room keeps its own words beside its pages.</summary>
    private static FrozenDictionary<string, string> ReadWords(string language)
    {
        var assembly = typeof(Texts).Assembly;
        var words = new Dictionary<string, string>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith($".{language}.json", StringComparison.Ordinal)))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            foreach (var (russian, translated) in JsonSerializer.Deserialize<Dictionary<string, string>>(file)!) words[russian] = translated;
        }
        return words.ToFrozenDictionary();
    }
}
