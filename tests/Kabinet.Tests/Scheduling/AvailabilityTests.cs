using Kabinet.Scheduling;
using NodaTime;
using Xunit;

namespace Kabinet.Tests.Scheduling;

/// <summary>What a case file cannot say: lists that are appended to, time without end, arguments that are bugs.</summary>
public class AvailabilityTests
{
    private static readonly DateTimeZone Moscow = DateTimeZoneProviders.Tzdb["Europe/Moscow"];
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly Instant Now = At(8);
    private static readonly Availability Hourly = new(new BookingRules(60, StartGrid.Window, 0, 30), Moscow);

    private static readonly WorkingTime Working =
        WorkingTime.From(WeeklySchedule.FiveDay(WorkingInterval.Between(new(9, 0), new(12, 0))), [], Moscow, Monday, Monday.PlusDays(30));

    [Fact]
    public void Slots_are_appended_to_what_the_list_holds()
    {
        var slots = new List<Instant> { At(1) };
        Hourly.Slots(new(new(1, Working, []), new(60)), Monday, Monday, Now, slots);

        Assert.Equal([At(1), At(9), At(10), At(11)], slots);
    }

    [Fact]
    public void Companions_are_the_preferred_ones_that_leave_the_others_met()
    {
        var (first, second) = (new ResourceTime(1, WorkingTime.Always, []), new ResourceTime(1, WorkingTime.Always, []));
        var candidate = new Candidate(new(1, Working, []), new(60), [[first, second], [first]]);

        Assert.Equal([1, 0], Hourly.Companions(candidate, At(9), Now));
        Assert.Null(Hourly.Companions(candidate with { Also = [[first], [first]] }, At(9), Now));
        Assert.Empty(Hourly.Companions(candidate with { Also = [] }, At(9), Now)!);
    }

    [Theory]
    [InlineData(StartGrid.Window)]
    [InlineData(StartGrid.Clock)]
    [InlineData(StartGrid.Packed)]
    public void A_search_without_a_horizon_ends_where_time_does(StartGrid grid)
    {
        var forever = new ResourceTime(1, WorkingTime.Always, [new(new(Instant.FromUtc(2020, 1, 1, 0, 0), Instant.MaxValue))]);
        var rules = new Availability(new(15, grid, null, null), Moscow);
        var free = new ResourceTime(1, WorkingTime.Always, []);

        Assert.Null(rules.Nearest(new(forever, new(60)), Now));
        Assert.Null(rules.Nearest(new(free, new(60), [[forever]]), Now));
        Assert.Null(rules.Nearest(new(free, new(60), [[new(1, WorkingTime.Never, [])]]), Now));
        Assert.Null(rules.Nearest(new(free, new(60), [[]]), Now));
    }

    [Fact]
    public void A_resource_of_round_the_clock_counts_steps_from_utc_hours() => Assert.Equal(
        [At(8), At(9)], Hourly.Slots(new(new(1, WorkingTime.Always, []), new(60)), Monday, Monday, Now).Take(2));

    [Fact]
    public void The_load_of_a_resource_is_its_peak_without_what_has_expired()
    {
        var resource = new ResourceTime(3, Working, [new(new(At(9), At(10))), new(new(At(10), At(11)), 2), new(new(At(10), At(11)), 1, Now)]);

        Assert.Equal(2, resource.PeakLoad(new(At(9), At(11)), Now));
        Assert.Equal(3, resource.PeakLoad(new(At(9), At(11)), Now - Duration.FromMinutes(1)));
        Assert.Equal(0, resource.PeakLoad(new(At(10), At(10)), Now));
        Assert.Equal(0, resource.With([]).PeakLoad(new(At(9), At(11)), Now));
    }

    [Fact]
    public void The_nearest_starts_around_a_time_are_the_last_before_it_that_day_and_those_after_it_apart()
    {
        var rules = new Availability(new(15, StartGrid.Window, 0, null), Moscow);
        var taken = new Candidate(new(1, Working, [new(new(At(10), At(11)))]), new(30));

        Assert.Equal([At(9) + Duration.FromMinutes(30), At(11), At(11) + Duration.FromMinutes(30)], rules.NearestAround(taken, At(10), Now, 3, Duration.FromMinutes(30)));
        Assert.Equal([At(9), At(9) + Duration.FromDays(1)], rules.NearestAround(taken, At(9), Now, 2, Duration.FromHours(12)));
        Assert.Empty(rules.NearestAround(new(new(1, WorkingTime.Never, []), new(30)), At(10), Now, 3, Duration.FromMinutes(1)));
    }

    [Fact]
    public void Slots_and_nearest_allocate_nothing_but_the_answer()
    {
        var candidate = new Candidate(new(1, Working, [new(new(At(9), At(10)))]), new(60), [[new(1, WorkingTime.Always, [])]]);
        var slots = new List<Instant>(1000);
        var (ten, least) = (At(10), long.MaxValue);
        for (var i = 0; i < 20; i++)
        {
            slots.Clear();
            var before = GC.GetAllocatedBytesForCurrentThread();
            Hourly.Slots(candidate, Monday, Monday.PlusDays(28), Now, slots);
            Hourly.Nearest(candidate, Now);
            Hourly.Fits(candidate, ten, Now);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.NotEmpty(slots);
        Assert.Equal(0, least);
    }

    [Fact]
    public void Values_outside_their_contract_are_refused_at_once()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BookingRules(0, StartGrid.Clock, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BookingRules(15, StartGrid.Clock, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BookingRules(15, StartGrid.Clock, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Visit(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Visit(60, -5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResourceTime(0, Working, []));
        Assert.Throws<ArgumentException>(() => new ResourceTime(1, Working, [new(new(At(9), At(10)), 0)]));
    }

    private static Instant At(int hour) => Monday.At(new LocalTime(hour, 0)).InZoneStrictly(Moscow).ToInstant();
}
