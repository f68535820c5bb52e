using System.Collections.Concurrent;

namespace Kabinet.Shell;

/// <summary>
/// What a page read for its plain showing is handed to the circuit that takes the page over a moment later, under a secret that travels
/// in the page's protected state. Without it the page would be empty until the circuit had read everything again: a blink. Another node
/// knows nothing of it and reads.
/// </summary>
public sealed class Handover(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, (object Value, DateTimeOffset Until)> left = new();

    /// <summary>Returns the secret.</summary>
    public Guid Leave(object value)
    {
        var now = time.GetUtcNow();
        foreach (var (secret, entry) in left)
            if (entry.Until < now) left.TryRemove(secret, out _);
        var mine = Guid.NewGuid();
        left[mine] = (value, now + Kept);
        return mine;
    }

    /// <summary>Once; null: nothing was left here.</summary>
    public T? Take<T>(Guid? secret) where T : class => secret is { } mine && left.TryRemove(mine, out var entry) ? entry.Value as T : null;
}
