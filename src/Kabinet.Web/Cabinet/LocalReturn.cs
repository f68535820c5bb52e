namespace Kabinet.Cabinet;

/// <summary>Where to go back to after signing in: within this cabinet and nowhere else.</summary>
internal static class LocalReturn
{
    private static readonly Uri Here = new("http://here.invalid");

    /// <summary>The address, freed of dots and the like; null: it leads elsewhere.</summary>
    public static string? Check(string? address, string slug)
    {
        // Browsers read a backslash as a slash, so that /\evil.example is another host to them.
        if (address is not ['/', ..] || address.AsSpan().IndexOfAny('\\', '\r', '\n') >= 0) return null;
        if (!Uri.TryCreate(Here, address, out var whole) || whole.Host != Here.Host || whole.Scheme != Here.Scheme || !whole.IsDefaultPort) return null;
        return whole.AbsolutePath == $"/{slug}" || whole.AbsolutePath.StartsWith($"/{slug}/", StringComparison.Ordinal) ? whole.PathAndQuery : null;
    }
}
