namespace Kabinet.Scheduling;

/// <summary>How long a booking takes, in elapsed minutes.</summary>
/// <param name="Duration">The body, which must lie inside working time; 1 or more.</param>
/// <param name="BufferBefore">Kept free before the body, may lie outside working time; 0 or more.</param>
/// <param name="BufferAfter">Kept free after the body, may lie outside working time; 0 or more.</param>
public readonly record struct Visit(int Duration, int BufferBefore = 0, int BufferAfter = 0)
{
    public int Duration { get; init; } = Duration >= 1
        ? Duration
        : throw new ArgumentOutOfRangeException(nameof(Duration), Duration, "A visit lasts 1 minute or more.");

    public int BufferBefore { get; init; } = BufferBefore >= 0
        ? BufferBefore
        : throw new ArgumentOutOfRangeException(nameof(BufferBefore), BufferBefore, "A buffer is 0 minutes or more.");

    public int BufferAfter { get; init; } = BufferAfter >= 0
        ? BufferAfter
        : throw new ArgumentOutOfRangeException(nameof(BufferAfter), BufferAfter, "A buffer is 0 minutes or more.");
}
