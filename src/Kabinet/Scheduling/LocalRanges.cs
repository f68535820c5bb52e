using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>
/// The converter from the wall clock to instants. An instant is inside a local range when the clock then shows a time inside it. So a
/// range is cut where the clock skips, and has both passes where it repeats; a range that begins or ends in the middle of a repeated
/// hour has that part of each pass.
/// </summary>
internal sealed class LocalRanges(DateTimeZone zone)
{
    private readonly List<(long Start, long Finish)> pieces = [];

    public void Add(LocalDateTime start, LocalDateTime finish)
    {
        var until = finish.WithOffset(zone.MinOffset).ToInstant();
        for (var at = start.WithOffset(zone.MaxOffset).ToInstant(); at < until;)
        {
            var line = zone.GetZoneInterval(at);
            AddPiece(line, start.WithOffset(line.WallOffset).ToInstant(), finish.WithOffset(line.WallOffset).ToInstant());
            if (!line.HasEnd) return;
            at = line.End;
        }
    }

    public SortedRanges Join() => SortedRanges.Join(pieces);

    private void AddPiece(NodaTime.TimeZones.ZoneInterval line, Instant start, Instant finish)
    {
        if (line.HasStart) start = Instant.Max(start, line.Start);
        if (line.HasEnd) finish = Instant.Min(finish, line.End);
        pieces.Add((Minutes.Ceiling(start), Minutes.Floor(finish)));
    }
}
