using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Kabinet.Web.Tests;

/// <summary>A browser at the back office, without scripts: it keeps cookies, follows no redirect and fills in forms.</summary>
public sealed partial class OfficeBrowser : IDisposable
{
    private const string SignIn = "/office/sign-in";

    private readonly HttpClient client;

    /// <param name="cookies">Where they are kept; null: nobody else wants them.</param>
    public OfficeBrowser(SalonSite site, CookieContainer? cookies = null)
    {
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new() }) { BaseAddress = site.ClientOptions.BaseAddress };
    }

    public async Task<HttpStatusCode> StatusOfAsync(string page)
    {
        using var answer = await client.GetAsync(Address(page));
        return answer.StatusCode;
    }

    public async Task<string> RedirectOfAsync(string page)
    {
        using var answer = await client.GetAsync(Address(page));
        return Target(answer);
    }

    public async Task<(byte[] Content, HttpContentHeaders Headers)> DownloadAsync(string path)
    {
        using var answer = await client.GetAsync(Address(path));
        return (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(), answer.Content.Headers);
    }

    /// <summary>Where signing in leads.</summary>
    public async Task<string> SignInAsync(string email, string password, string? returnTo = null)
    {
        using var answer = await PostSignInAsync(email, password, returnTo);
        return Target(answer);
    }

    /// <summary>The words of the refusal.</summary>
    public async Task<string> RefusalAsync(string email, string password)
    {
        using var answer = await PostSignInAsync(email, password, null);
        return Refusal().Match(await answer.Content.ReadAsStringAsync()).Value;
    }

    public async Task<string> SignOutAsync(bool withToken)
    {
        var token = withToken ? await TokenAsync("/office/work-orders") : "none";
        using var answer = await PostAsync("/office/sign-out", ("__RequestVerificationToken", token));
        return Target(answer);
    }

    public async Task<string> TextAsync(string page) => WebUtility.HtmlDecode(await client.GetStringAsync(Address(page)));

    /// <summary>Sends a form of a page with its token; where it leads, or the page that it shows again.</summary>
    /// <param name="to">Where the form is sent; null: to its page.</param>
    public async Task<(string? LeadsTo, string Text)> SubmitAsync(string page, (string Key, string Value)[] fields, string? to = null)
    {
        using var answer = await PostAsync(to ?? page, [("__RequestVerificationToken", await TokenAsync(page)), .. fields]);
        return (answer.Headers.Location is null ? null : Target(answer), WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> PostSignInAsync(string email, string password, string? returnTo)
    {
        var address = returnTo is null ? SignIn : $"{SignIn}?return={Uri.EscapeDataString(returnTo)}";
        return await PostAsync(address,
            ("_handler", "sign-in"), ("__RequestVerificationToken", await TokenAsync(address)), ("Email", email), ("Password", password));
    }

    private async Task<HttpResponseMessage> PostAsync(string address, params (string Key, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Key, field.Value)));
        return await client.PostAsync(Address(address), form);
    }

    private async Task<string> TokenAsync(string page) => Token().Match(await client.GetStringAsync(Address(page))).Groups[1].Value;

    private static string Target(HttpResponseMessage answer)
    {
        var location = answer.Headers.Location ?? throw new InvalidOperationException($"No redirect but {answer.StatusCode}");
        return location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
    }

    private static Uri Address(string page) => new(page, UriKind.Relative);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<p class=\"refusal\".*?</p>", RegexOptions.Singleline)]
    private static partial Regex Refusal();
}
