using CsCheck;
using Kabinet.Scheduling;
using NodaTime;
using Xunit;

namespace Kabinet.Tests.Scheduling;

public class SeatingTests
{
    private const int Capacity = 4;
    private static readonly Instant Midnight = Instant.FromUtc(2026, 3, 2, 0, 0);

    /// <summary>Visits as they come, each taken where the load allows it, with those that have been seated anew for it.</summary>
    [Fact]
    public void A_newcomer_who_fits_by_load_is_always_seated_and_nobody_sits_on_anybody() =>
        Gen.Select(Gen.Int[0, 200], Gen.Int[1, 40]).Array[1, 60].Sample(visits =>
        {
            List<Seated<int>> seated = [];
            foreach (var (number, (start, length)) in visits.Index())
            {
                var range = Range(start, start + length);
                var fits = Enumerable.Range(start, length).All(minute => seated.Count(one => one.Range.Contains(Minute(minute))) < Capacity);

                var chain = Seating.ChainFrom(range, seated);
                var present = seated.Where(one => one.Range.Start < range.Start && one.Range.Finish > range.Start).ToList();
                var anew = Seating.Reseat(Capacity, chain.Append(new Seated<int>(number, 0, range)), present);

                Assert.Equal(fits, anew is not null);
                if (anew is null) continue;
                seated = [.. seated.Except(chain), .. anew];
                Assert.Equal(seated.Count, seated.Select(one => one.Id).Distinct().Count());
                AssertSeated(seated);
            }
        });

    [Fact]
    public void Those_who_are_there_already_keep_their_seats_and_those_who_come_after_the_chain_too()
    {
        List<Seated<string>> all = [new("was before", 1, Range(0, 10)), new("is there", 2, Range(5, 30)), new("comes while he is there", 1, Range(15, 40)), new("comes later", 3, Range(40, 50))];

        Assert.Equal(["comes while he is there"], Seating.ChainFrom(Range(10, 20), all).Select(one => one.Id));
        Assert.Equal(["was before", "is there", "comes while he is there"], Seating.ChainFrom(Range(0, 20), all).Select(one => one.Id));
    }

    private static void AssertSeated(List<Seated<int>> seated)
    {
        Assert.All(seated, one => Assert.InRange(one.Seat, 1, Capacity));
        foreach (var seat in seated.GroupBy(one => one.Seat))
            Assert.All(seat, one => Assert.DoesNotContain(seat, other => other.Id != one.Id && other.Range.Overlaps(one.Range)));
    }

    private static Instant Minute(int minute) => Midnight + Duration.FromMinutes(minute);
    private static TimeRange Range(int from, int to) => new(Minute(from), Minute(to));
}
