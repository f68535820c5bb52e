using System.Globalization;

namespace Kabinet.Exchange.Tables;

/// <summary>A cell of Excel as a text that does not depend on anybody's language: 2500.5, 2026-03-03, 1:30.</summary>
internal static class CellText
{
    public static string Of(object? cell) => cell switch
    {
        null => "",
        string text => text.Trim(),
        // Not 7.9E+10: a phone that Excel took for a number.
        double number => Number(number),
        DateTime { Year: < 1900 } time => Length(time.TimeOfDay),
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        TimeSpan time => Length(time),
        bool yes => yes ? "да" : "нет",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString()?.Trim() ?? "",
    };

    private static string Number(double number) =>
        Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.############", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);

    private static string Length(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}");
}
