using CsCheck;
using Kabinet.Scheduling;
using Kabinet.Tests.Scheduling.Oracle;
using NodaTime;
using Xunit;

namespace Kabinet.Tests.Scheduling;

/// <summary>The engine against a slow oracle over random companies. A failure prints the seed that repeats it.</summary>
public class AvailabilityProperties
{
    /// <summary>More, for a night: <c>CsCheck_Iter=20000</c>.</summary>
    private static readonly long Iterations = Math.Max(150, CsCheck.Check.Iter);

    [Fact]
    public void Slots_are_the_starts_the_oracle_finds_minute_by_minute() => Check((scenario, oracle, engine, candidates) =>
    {
        for (var i = 0; i < candidates.Length; i++)
        {
            var expected = oracle.Starts(i, scenario.From, scenario.To).Select(oracle.At);
            Assert.Equal(expected, engine.Slots(candidates[i], scenario.From, scenario.To, scenario.Now));
        }
    });

    [Fact]
    public void Slots_of_anyone_are_all_their_slots_each_once() => Check((scenario, oracle, engine, candidates) =>
    {
        var expected = candidates.SelectMany((_, i) => oracle.Starts(i, scenario.From, scenario.To)).Distinct().Order().Select(oracle.At);
        Assert.Equal(expected, engine.SlotsOfAny(candidates, scenario.From, scenario.To, scenario.Now));
    });

    [Fact]
    public void Days_are_the_dates_of_slots() => Check((scenario, oracle, engine, candidates) =>
    {
        var expected = candidates.SelectMany((_, i) => oracle.Starts(i, scenario.From, scenario.To)).Select(oracle.DateAt).Distinct().Order();
        Assert.Equal(expected, engine.Days(candidates, scenario.From, scenario.To, scenario.Now));
    });

    [Fact]
    public void A_day_counts_the_slots_of_its_date() => Check((scenario, oracle, engine, candidates) =>
    {
        var dates = candidates.SelectMany((_, i) => oracle.Starts(i, scenario.From, scenario.To)).Distinct().Select(oracle.DateAt).ToArray();
        var expected = Enumerable.Range(0, 3).Select(day => dates.Count(date => date == scenario.From.PlusDays(day)));
        Assert.Equal(expected, engine.CountByDay(candidates, scenario.From, scenario.To, scenario.Now));
    });

    [Fact]
    public void What_was_asked_before_and_when_makes_no_difference() => Check((scenario, oracle, engine, candidates) =>
    {
        foreach (var (minutes, days, longer) in new[] { (0, 0, 0), (1, 1, 0), (90, 0, 7), (1440, 1, 0), (-30, 0, 0), (2000, -1, 7), (0, 1, 0) })
        {
            var (now, date, visit) = (scenario.Now + Duration.FromMinutes(minutes), scenario.Date.PlusDays(days), scenario.Visit with { Duration = scenario.Visit.Duration + longer });
            Candidate[] asked = [.. candidates.Select(candidate => candidate with { Visit = visit })];
            Candidate[] fresh = [.. scenario.ToCandidates().Select(candidate => candidate with { Visit = visit })];
            Assert.Equal(engine.SlotsOfAny(fresh, date, date, now), engine.SlotsOfAny(asked, date, date, now));
            Assert.Equal(engine.Days(fresh, scenario.From, scenario.To, now), engine.Days(asked, scenario.From, scenario.To, now));
        }
    });

    [Fact]
    public void The_nearest_start_is_the_first_the_oracle_finds() => Check((scenario, oracle, engine, candidates) =>
    {
        var after = scenario.Now + Duration.FromMinutes(scenario.Visit.Duration * 3);
        for (var i = 0; i < candidates.Length; i++)
        {
            Assert.Equal(oracle.Nearest(i, scenario.Now), engine.Nearest(candidates[i], scenario.Now));
            Assert.Equal(oracle.Nearest(i, after), engine.Nearest(candidates[i], scenario.Now, after));
        }
    });

    [Fact]
    public void Fits_accepts_what_slots_offers_and_no_other_minute() => Check((scenario, oracle, engine, candidates) =>
    {
        foreach (var candidate in candidates)
        {
            var offered = engine.Slots(candidate, scenario.From, scenario.To, scenario.Now);
            var accepted = oracle.Minutes(scenario.From, scenario.To).Select(oracle.At).Where(at => engine.Fits(candidate, at, scenario.Now) is null);
            Assert.Equal(accepted, offered);
        }
    });

    [Fact]
    public void Explain_names_every_rule_and_fits_the_first_of_them() => Check((scenario, oracle, engine, candidates) =>
    {
        foreach (var minute in oracle.Minutes(scenario.From, scenario.To).Where(minute => minute % 5 == 0))
        {
            var explained = engine.Explain(candidates[0], oracle.At(minute), scenario.Now);
            Assert.Equal(oracle.Refusals(0, minute), explained);
            Assert.Equal(explained.Count == 0 ? null : explained[0], engine.Fits(candidates[0], oracle.At(minute), scenario.Now));
        }
    });

    [Fact]
    public void No_start_inside_a_minute_fits() => Check((scenario, oracle, engine, candidates) =>
    {
        foreach (var start in engine.SlotsOfAny(candidates, scenario.From, scenario.To, scenario.Now))
        {
            Assert.All(candidates, candidate => Assert.NotNull(engine.Fits(candidate, start + Duration.FromSeconds(1), scenario.Now)));
        }
    });

    [Fact]
    public void Companions_are_free_and_different_or_there_are_none() => Check((scenario, oracle, engine, candidates) =>
    {
        foreach (var minute in oracle.Minutes(scenario.Date, scenario.Date).Where(minute => minute % 15 == 0))
        {
            var companions = engine.Companions(candidates[0], oracle.At(minute), scenario.Now);
            Assert.Equal(oracle.HasCompanions(minute, [0]), companions is not null);
            var chosen = (companions ?? []).Select((index, need) => scenario.Also[need][index]).ToArray();
            Assert.All(chosen, index => Assert.True(oracle.Resource(index).WorksThrough(minute) && oracle.Resource(index).HasRoom(minute)));
            Assert.Equal(chosen.Length, chosen.Except([0]).Count());
        }
    });

    [Fact]
    public void Working_time_and_load_are_what_the_minutes_say() => Check((scenario, oracle, engine, candidates) =>
    {
        var resource = candidates[0].Resource;
        foreach (var minute in oracle.Minutes(scenario.From, scenario.To))
        {
            var range = new TimeRange(oracle.At(minute), oracle.At(minute + scenario.Visit.Duration));
            var minutes = Enumerable.Range(minute, scenario.Visit.Duration);
            Assert.Equal(minutes.All(oracle.Resource(0).Works), resource.Working.Covers(range));
            Assert.Equal(minutes.Max(oracle.Resource(0).Load), resource.PeakLoad(range, scenario.Now));
        }
    });

    private static void Check(Action<Scenario, MinuteOracle, Availability, Candidate[]> property) => Oracle.Scenarios.Any.Sample(
        scenario => property(scenario, new MinuteOracle(scenario), new Availability(scenario.Rules, scenario.Zone), scenario.ToCandidates()),
        iter: Iterations);
}
