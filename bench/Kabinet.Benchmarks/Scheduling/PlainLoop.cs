using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.Benchmarks.Scheduling;

/// <summary>
/// What one would write without an engine: sorted arrays of integer minutes, a loop over the days, a loop over the steps, one index into
/// the bookings. No zones, no holds, no capacity, no companions: less than the engine does, as fast as it can plainly be.
/// </summary>
internal sealed class PlainLoop(OccupiedTime[] bookings, Visit visit, int days)
{
    private const int Step = 15;
    private readonly int[] starts = [.. bookings.Select(booking => Minute(booking.Range.Start)).Order()];
    private readonly int[] finishes = [.. bookings.Select(booking => Minute(booking.Range.Finish)).Order()];
    private readonly int opening = Minute(BusySalon.Today.At(new LocalTime(10, 0)).InZoneStrictly(BusySalon.Zone).ToInstant());
    private readonly int earliest = Minute(BusySalon.Now) + 60;

    public List<int> Starts()
    {
        var answer = new List<int>();
        var booking = 0;
        for (var day = 0; day < days; day++)
        {
            var open = opening + day * 1440;
            var close = open + 600;
            for (var start = open; start + visit.Duration <= close; start += Step)
            {
                if (start < earliest) continue;
                while (booking < starts.Length && finishes[booking] <= start - visit.BufferBefore) booking++;
                if (booking < starts.Length && starts[booking] < start + visit.Duration + visit.BufferAfter) continue;
                answer.Add(start);
            }
        }
        return answer;
    }

    private static int Minute(Instant at) => (int)(at.ToUnixTimeSeconds() / 60);
}
