namespace Kabinet.Cabinet;

/// <summary>The secret by which a company's cabinet knows a browser again: for that company's address only, out of reach of scripts.</summary>
internal static class DeviceCookie
{
    /// <summary>The longest that browsers keep a cookie.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    public static string? Read(HttpContext http, string slug) => http.Request.Cookies[Name(slug)];

    public static void Write(HttpContext http, string slug, string secret) => http.Response.Cookies.Append(Name(slug), secret, Options(http, slug, Lifetime));

    public static void Forget(HttpContext http, string slug) => http.Response.Cookies.Delete(Name(slug), Options(http, slug, null));

    /// <summary>The cabinet has another address: the browser is known there as it was known here.</summary>
    public static void Move(HttpContext http, string from, string to)
    {
        if (Read(http, from) is not { } secret) return;
        Write(http, to, secret);
        Forget(http, from);
    }

    private static string Name(string slug) => $"kabinet-{slug}";

    private static CookieOptions Options(HttpContext http, string slug, TimeSpan? maxAge) => new()
    {
        Path = $"/{slug}",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        MaxAge = maxAge,
        IsEssential = true,
    };
}
