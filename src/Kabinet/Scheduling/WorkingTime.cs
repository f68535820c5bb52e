using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>
/// When a resource works, as instants: sorted, disjoint, touching ones joined. The one converter from local schedules: a working
/// interval is cut at a gap of the clock, both passes of a repeated hour belong to it.
/// </summary>
/// <remarks>Immutable. Parts of a minute at either end are not working time.</remarks>
public sealed class WorkingTime
{
    private WorkingTime(SortedRanges ranges) => Ranges = ranges;

    public static WorkingTime Never { get; } = new(SortedRanges.None);

    /// <summary>Round the clock, for ever: a room that has no hours of its own.</summary>
    public static WorkingTime Always { get; } = new(SortedRanges.FromJoined([(-Minutes.Never, Minutes.Never)]));

    internal SortedRanges Ranges { get; }

    /// <summary>The working time that <paramref name="schedule"/> with its deviations gives on the local dates from..to, both included
    /// (with the part of the day before that runs past midnight).</summary>
    /// <remarks>
    /// An interval that begins the day before is kept whole, since steps are counted from its start, and one that begins on the last date
    /// is kept to its finish. Round-the-clock work therefore begins the day before <paramref name="from"/>. Of several deviations for one
    /// date the last counts.
    /// </remarks>
    public static WorkingTime From(WorkSchedule schedule, IEnumerable<ScheduleDeviation> deviations, DateTimeZone zone, LocalDate from, LocalDate to)
    {
        var replaced = new Dictionary<LocalDate, IReadOnlyList<WorkingInterval>>();
        foreach (var deviation in deviations) replaced[deviation.Date] = deviation.Intervals;

        var ranges = new LocalRanges(zone);
        for (var date = from.PlusDays(-1); date <= to; date = date.PlusDays(1))
        {
            foreach (var interval in replaced.GetValueOrDefault(date) ?? schedule.On(date))
            {
                var start = date.At(interval.From);
                ranges.Add(start, start.PlusMinutes(interval.Minutes));
            }
        }
        return new(ranges.Join().After(Minutes.StartOfDay(from, zone)));
    }

    /// <summary>From local ranges, which may touch, overlap and cross midnight; one that does not finish after its start is empty.</summary>
    public static WorkingTime From(IEnumerable<(LocalDateTime Start, LocalDateTime Finish)> ranges, DateTimeZone zone)
    {
        var pieces = new LocalRanges(zone);
        foreach (var (start, finish) in ranges) pieces.Add(start, finish);
        return new(pieces.Join());
    }

    /// <summary>From instants, in any order; the ranges may touch and overlap, empty ones are ignored.</summary>
    public static WorkingTime From(IEnumerable<TimeRange> ranges) =>
        new(SortedRanges.Join([.. ranges.Select(range => (Minutes.Ceiling(range.Start), Minutes.Floor(range.Finish)))]));

    /// <summary>The ranges inside the window, in order; those that run over its ends are cut there.</summary>
    public IEnumerable<TimeRange> Within(TimeRange window)
    {
        var (from, to) = (Minutes.Floor(window.Start), Minutes.Ceiling(window.Finish));
        for (var i = Ranges.FirstFinishingAfter(from); i < Ranges.Count && Ranges.Start(i) < to; i++)
        {
            var start = Ranges.Start(i) <= from ? window.Start : Minutes.ToInstant(Ranges.Start(i));
            var finish = Ranges.Finish(i) >= to ? window.Finish : Minutes.ToInstant(Ranges.Finish(i));
            if (start < finish) yield return new(start, finish);
        }
    }

    /// <summary>Is the whole range working time? An empty range is not.</summary>
    public bool Covers(TimeRange range) => !range.IsEmpty && Ranges.Covers(Minutes.Floor(range.Start), Minutes.Ceiling(range.Finish));
}
