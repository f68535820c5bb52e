using System.Globalization;
using Kabinet.Resources;

namespace Kabinet.Scheduling;

/// <summary>The days that somebody chose on the page, as its script writes them: 12:1-5,9;14:3 is days of the month by resource.</summary>
internal static class ChosenDays
{
    /// <param name="text">From a browser: whatever it says of other resources, or of days that the month has not, is passed over.</param>
    public static List<ResourceDay> Read(string? text, DeviationBoard board)
    {
        var known = board.Resources.Select(one => one.Id).ToHashSet();
        var days = board.Dates.Count();
        return [.. from row in (text ?? "").Split(';')
                   let parts = row.Split(':')
                   where parts.Length == 2
                   let id = Number(parts[0])
                   where known.Contains(id)
                   from run in parts[1].Split(',')
                   let ends = run.Split('-')
                   let first = Math.Max(1, Number(ends[0]))
                   let last = Math.Min(days, Number(ends[^1]))
                   where first <= last && Number(ends[0]) > 0
                   from day in Enumerable.Range(first, last - first + 1)
                   select new ResourceDay(id, board.Month.PlusDays(day - 1))];
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
