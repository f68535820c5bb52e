using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.Tests.Scheduling.Oracle;

/// <summary>A random company's day, as plain data from which both the engine's values and the oracle's minutes are made.</summary>
public sealed record Scenario(
    DateTimeZone Zone,
    LocalDate Date,
    Instant Now,
    BookingRules Rules,
    Visit Visit,
    ScenarioResource[] Resources,
    int[][] Also)
{
    /// <summary>The dates whose intervals count, and those that are asked about.</summary>
    public LocalDate FirstWorked => Date.PlusDays(-4);
    public LocalDate LastWorked => Date.PlusDays(3);
    public LocalDate From => Date.PlusDays(-1);
    public LocalDate To => Date.PlusDays(1);


    /// <summary>Resources from this index on are only ever companions.</summary>
    public required int Asked { get; init; }

    public Candidate[] ToCandidates()
    {
        var resources = Resources.Select(ToResource).ToArray();
        var also = Also.Select(list => list.Select(index => resources[index]).ToArray()).ToArray();
        return [.. resources.Take(Asked).Select(resource => new Candidate(resource, Visit, also))];
    }

    /// <summary>Work begins to be known the day before the first date, so the engine is given the day after it.</summary>
    public ResourceTime ToResource(ScenarioResource resource) => new(
        resource.Capacity,
        WorkingTime.From(resource.Schedule.ToSchedule(), resource.Schedule.ToDeviations(), Zone, FirstWorked.PlusDays(1), LastWorked),
        resource.Occupied);

    public override string ToString() => string.Join('\n', [
        $"{Zone.Id} {Date:uuuu-MM-dd}, now {Now}, {Rules}, {Visit}, asked {Asked}, also {string.Join(" ", Also.Select(list => $"[{string.Join(",", list)}]"))}",
        .. Resources.Select(resource => $"  {resource}")]);
}

public sealed record ScenarioResource(int Capacity, ScenarioSchedule Schedule, OccupiedTime[] Occupied)
{
    public override string ToString() => $"capacity {Capacity}, {Schedule}\n    {string.Join("\n    ", Occupied)}";
}

/// <summary>Intervals as (minute of the day, minutes), by day of the week where there is no start, else by day of a cycle.</summary>
public sealed record ScenarioSchedule(LocalDate? CycleStart, (int From, int Minutes)[][] Days, (LocalDate Date, (int From, int Minutes)[] Intervals)[] Deviations)
{
    public WorkSchedule ToSchedule() =>
        CycleStart is { } start ? new ShiftSchedule(start, [.. Days.Select(ToIntervals)]) : new WeeklySchedule([.. Days.Select(ToIntervals)]);

    public IEnumerable<ScheduleDeviation> ToDeviations() => Deviations.Select(day => new ScheduleDeviation(day.Date, ToIntervals(day.Intervals)));

    public override string ToString() =>
        $"{(CycleStart is { } start ? $"cycle from {start:uuuu-MM-dd}" : "week")}: {string.Join(" | ", Days.Select(Show))}" +
        $"; deviations: {string.Join(", ", Deviations.Select(day => $"{day.Date:uuuu-MM-dd}: {Show(day.Intervals)}"))}";

    private static WorkingInterval[] ToIntervals((int From, int Minutes)[] day) =>
        [.. day.Select(interval => new WorkingInterval(LocalTime.FromMinutesSinceMidnight(interval.From), interval.Minutes))];

    private static string Show((int From, int Minutes)[] day) =>
        string.Join(" ", day.Select(interval => $"{interval.From / 60:00}:{interval.From % 60:00}+{interval.Minutes}"));
}
