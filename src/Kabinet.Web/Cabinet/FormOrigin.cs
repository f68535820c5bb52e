namespace Kabinet.Cabinet;

/// <summary>
/// Was a form sent by a page of ours? Browsers say so themselves (Fetch Metadata, W3C; Origin, RFC 6454), and no page can make them lie: so no
/// token has to be put into every form, and none can expire while the client looks for his telephone.
/// </summary>
internal static class FormOrigin
{
    public static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is not ("same-origin" or "none");
        // Browsers before 2023, and any over plain http. What sends neither is no browser that another site could have talked into it.
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var sender) && sender.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
