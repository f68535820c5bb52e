namespace Kabinet.Scheduling;

/// <summary>How long a booking takes, in elapsed minutes.</summary>
/// <param name="Duration">The body, which must lie inside working time; 1 or more.</param>
/// <param name="BufferBefore">Kept free before the body, may lie outside working time; 0 or more.</param>
/// <param name="BufferAfter">Kept free after the body, may lie outside working time; 0 or more.</param>
public readonly record struct Visit(int Duration, int BufferBefore = 0, int BufferAfter = 0);
