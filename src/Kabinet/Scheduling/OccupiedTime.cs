using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>Time of one resource that is taken: body plus buffers of a booking or a hold.</summary>
/// <param name="Range">The occupied range, half-open.</param>
/// <param name="Load">How much of the resource's capacity it takes; 1 or more.</param>
/// <param name="Expires">For a hold: the instant from which it no longer counts; null for a booking.</param>
public readonly record struct OccupiedTime(TimeRange Range, int Load = 1, Instant? Expires = null);
