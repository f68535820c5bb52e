using Kabinet.Shell;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace Kabinet.Cabinet;

/// <summary>Russian or English: what the visitor chose (?language=, kept in a cookie), else what the browser asks for.</summary>
internal static class CabinetLanguage
{
    private const string Name = "language";

    public static Texts Choose(HttpContext http)
    {
        var chosen = http.Request.Query[Name].ToString();
        if (chosen is "ru" or "en")
        {
            http.Response.Cookies.Append(Name, chosen, new CookieOptions { MaxAge = TimeSpan.FromDays(400), SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/" });
            return Texts.Of(chosen);
        }
        return http.Request.Cookies[Name] is "ru" or "en" ? Texts.Of(http.Request.Cookies[Name]) : OfBrowser(http);
    }

    /// <summary>The address that the visitor sees, its query kept, in another language.</summary>
    public static string AddressIn(HttpContext http, string language)
    {
        var missing = http.Features.Get<IStatusCodeReExecuteFeature>();
        var path = missing?.OriginalPath ?? http.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? http.Request.Path.Value;
        var asked = missing?.OriginalQueryString ?? http.Request.QueryString.Value ?? "";
        // On every page; mostly nothing has to be taken out.
        if (!asked.Contains(Name, StringComparison.OrdinalIgnoreCase)) return $"{path}{(asked.Length > 1 ? asked + "&" : "?")}{Name}={language}";
        var query = QueryHelpers.ParseQuery(asked);
        var kept = query.Where(part => part.Key != Name).SelectMany(part => part.Value.Select(value => KeyValuePair.Create(part.Key, value)));
        return path + QueryString.Create([.. kept, KeyValuePair.Create<string, string?>(Name, language)]);
    }

    /// <summary>The browser's first language that is ours; Russian for one that speaks neither but whose speakers mostly read it, else English.</summary>
    private static Texts OfBrowser(HttpContext http)
    {
        var wanted = http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.ToString()).ToList();
        var ours = wanted.Find(language => language.StartsWith("ru", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en", StringComparison.OrdinalIgnoreCase));
        return Texts.Of(ours);
    }
}
