namespace Kabinet.Cabinet;

/// <summary>
/// What every answer of a cabinet says to the browser: no scripts or styles but ours, in no frame but the preview of our back office, nothing guessed, nothing kept by others.
/// The one inline style allowed is an attribute, which carries the company's accent.
/// </summary>
internal static class CabinetHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' https: data:; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    /// <summary>Written when the answer starts, so that an error page does not undo it.</summary>
    public static void Write(HttpContext http)
    {
        var headers = http.Response.Headers;
        if (!headers.ContainsKey("Content-Security-Policy")) headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "SAMEORIGIN";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        if (http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) != false)
        {
            headers.CacheControl = "private, no-cache";
            headers.Remove("Pragma");
        }
    }
}
