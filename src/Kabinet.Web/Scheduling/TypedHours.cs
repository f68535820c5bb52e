using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>
/// The hours of one day as people write them: 9-18, «9:00–13:00, 14:00–18:00», «22:00–6:00+1» for a finish on the next day; nothing or
/// «выходной» for a day off.
/// </summary>
public static partial class TypedHours
{
    private const int Day = 24 * 60;

    /// <summary>In order; empty: a day off.</summary>
    public static Outcome<List<WorkingInterval>> Read(string? text, string field)
    {
        if (IsDayOff(text)) return new List<WorkingInterval>();
        if (!Whole().IsMatch(text!)) return new Refusal(RefusalReason.HoursUnreadable, field);

        List<WorkingInterval> intervals = [];
        foreach (Match written in One().Matches(text!))
        {
            if (Minute(written, "from") is not (< Day and var from) || Minute(written, "to") is not { } to) return new Refusal(RefusalReason.HoursUnreadable, field);
            if (written.Groups["next"].Success) to += Day;
            if (to <= from) return new Refusal(RefusalReason.FinishBeforeStart, field);
            if (to - from > Day) return new Refusal(RefusalReason.HoursTooLong, field);
            intervals.Add(new WorkingInterval(LocalTime.FromMinutesSinceMidnight(from), to - from));
        }
        intervals.Sort((left, right) => left.From.CompareTo(right.From));
        return intervals.Zip(intervals.Skip(1)).Any(pair => Start(pair.First) + pair.First.Minutes > Start(pair.Second))
            ? new Refusal(RefusalReason.HoursOverlap, field)
            : intervals;
    }

    /// <summary>«9:00–13:00, 14:00–18:00»; empty: a day off.</summary>
    public static string Of(IEnumerable<WorkingInterval> intervals) => string.Join(", ", intervals.Select(Of));

    public static string Of(WorkingInterval interval)
    {
        var finish = Start(interval) + interval.Minutes;
        return finish <= Day ? $"{Time(Start(interval))}–{Time(finish)}" : $"{Time(Start(interval))}–{Time(finish - Day)}+1";
    }

    private static bool IsDayOff(string? text) => text?.Trim().TrimEnd('.').ToLower(CultureInfo.GetCultureInfo("ru-RU")) is null or "" or "-" or "–" or "—" or "выходной" or "нет" or "в";

    private static int Start(WorkingInterval interval) => interval.From.Hour * 60 + interval.From.Minute;

    private static string Time(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60}:{minute % 60:00}");

    /// <summary>From midnight, up to 24:00; null: no time of day.</summary>
    private static int? Minute(Match interval, string name)
    {
        int Number(string group) => interval.Groups[group].Success ? int.Parse(interval.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var (hours, minutes) = (Number(name), Number(name + "Minutes"));
        return minutes < 60 && hours * 60 + minutes is var minute and <= Day ? minute : null;
    }

    private const string Pattern = @"(?<from>[0-9]{1,2})([:.](?<fromMinutes>[0-9]{2}))?\s*[-–—]\s*(?<to>[0-9]{1,2})([:.](?<toMinutes>[0-9]{2}))?(?<next>\s*\+\s*1)?";

    [GeneratedRegex(Pattern)]
    private static partial Regex One();

    [GeneratedRegex(@"^\s*" + Pattern + @"([\s,;]+" + Pattern + @")*[\s,;]*$")]
    private static partial Regex Whole();
}
