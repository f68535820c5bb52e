namespace Kabinet.Staff;

/// <summary>A browser and what it runs on, as people call them, of its User-Agent: enough to recognise one's own.</summary>
internal static class BrowserName
{
    // The first that fits: each names those before it too (RFC 9110, 10.1.5, and history).
    private static readonly (string Mark, string Name)[] Browsers =
        [("YaBrowser/", "Яндекс Браузер"), ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Macintosh", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string userAgent) => (Find(Browsers, userAgent), Find(Systems, userAgent)) switch
    {
        ({ } browser, { } system) => $"{browser}, {system}",
        ({ } browser, null) => browser,
        (null, { } system) => system,
        _ => "Неизвестная программа",
    };

    private static string? Find((string Mark, string Name)[] known, string userAgent) =>
        known.Where(one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Select(one => one.Name).FirstOrDefault();
}
