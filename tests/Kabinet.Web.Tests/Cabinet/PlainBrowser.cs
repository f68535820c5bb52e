using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Kabinet.Web.Tests.Cabinet;

/// <summary>A client's browser without scripts: keeps cookies, follows addresses and sends the forms of the page it is on.</summary>
public sealed class PlainBrowser(HttpClient http) : IDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What the browser says of the page that a form is sent from (Sec-Fetch-Site).</summary>
    public string FormsComeFrom { get; set; } = "same-origin";

    public ShownPage Page { get; private set; } = new(HttpStatusCode.OK, "", "");

    /// <summary>Opens an address of the salon's cabinet: "new?service=3".</summary>
    public Task<ShownPage> OpenAsync(string path, string company = TestCompany.Slug) => OpenAddressAsync($"/{company}/{path}");

    public async Task<ShownPage> OpenAddressAsync(string address)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        return Page = await ReadAsync(answer);
    }

    /// <summary>Follows the link with these words.</summary>
    public Task<ShownPage> FollowAsync(string words) => OpenAddressAsync(Page.Link(words));

    /// <summary>Sends the page's form: its hidden fields and ticked boxes as they stand, over them what was typed; null takes a field away, the last of a name counts.</summary>
    public Task<ShownPage> SendAsync(params (string Name, string? Value)[] typed) => SendToAsync(Page.FormAddress, typed);

    public async Task<ShownPage> SendToAsync(string address, params (string Name, string? Value)[] typed)
    {
        var fields = Page.Fields.Where(field => typed.All(one => one.Name != field.Key)).ToList();
        fields.AddRange(typed.GroupBy(one => one.Name).Select(same => same.Last()).Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Name, one.Value!)));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Sec-Fetch-Site", FormsComeFrom);
        using var answer = await http.SendAsync(request, Cancel);
        return Page = await ReadAsync(answer);
    }

    /// <summary>From the chosen time to the page of success; returns the booking's id.</summary>
    public async Task<int> BookAsync(int resource, int service, string start, string phone = "+7 916 123-45-67")
    {
        await OpenAsync($"new?resource={resource}&service={service}&start={start}");
        await SendAsync();
        await SendAsync(("name", "Мария"), ("phone", phone), ("consent", "1"));
        Assert.Contains("Вы записаны", Page.Words, StringComparison.Ordinal);
        return int.Parse(Page.Address.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose() => http.Dispose();

    private static async Task<ShownPage> ReadAsync(HttpResponseMessage answer) => new(
        answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery, await answer.Content.ReadAsStringAsync(Cancel));
}

/// <summary>What a client sees of an answer.</summary>
public sealed partial record ShownPage(HttpStatusCode Status, string Address, string Html)
{
    /// <summary>The words of the page, every space a plain one.</summary>
    public string Words => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Html, " ")), " ");

    public string FormAddress => WebUtility.HtmlDecode(Form().Match(Html).Groups[1].Value);

    /// <summary>Hidden fields, ticked boxes and typed text of the page's forms.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields =>
    [
        .. Inputs().Matches(Html).Select(input => input.Value)
            .Where(input => Attribute(input, "name").Length > 0 && (!input.Contains("checkbox", StringComparison.Ordinal) && !input.Contains("radio", StringComparison.Ordinal) || input.Contains(" checked", StringComparison.Ordinal)))
            .Select(input => KeyValuePair.Create(Attribute(input, "name"), Attribute(input, "value"))),
        .. TextAreas().Matches(Html).Select(area => KeyValuePair.Create(area.Groups[1].Value, WebUtility.HtmlDecode(area.Groups[2].Value))),
    ];

    public string? Field(string name) => Fields.Where(field => field.Key == name).Select(field => field.Value).FirstOrDefault();

    /// <summary>The addresses of all links whose words contain these.</summary>
    public IReadOnlyList<string> Links(string words) =>
        [.. Anchors().Matches(Html).Where(link => new ShownPage(Status, "", link.Value).Words.Contains(words, StringComparison.Ordinal)).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value))];

    public string Link(string words) => Links(words) is [var first, ..] ? first : throw new InvalidOperationException($"No link «{words}» on {Address}: {Words}");

    /// <summary>Is the field marked as wrong, and its message tied to it?</summary>
    public bool Marks(string field, string message) =>
        Regex.IsMatch(Html, $"<(input|textarea|a)[^>]*aria-invalid=\"true\"[^>]*aria-describedby=\"{field}-error\"")
        && Regex.Match(Html, $"id=\"{field}-error\".*?</(p|span|h2)>", RegexOptions.Singleline) is { Success: true } found
        && new ShownPage(Status, "", found.Value).Words.Contains(message, StringComparison.Ordinal);

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<(script|style)[^>]*>.*?</\\1>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("<form[^>]*\\saction=\"([^\"]*)\"")]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<textarea[^>]*\\sname=\"([^\"]*)\"[^>]*>\\r?\\n?(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex TextAreas();

    [GeneratedRegex("<a [^>]*href=\"([^\"]*)\"[^>]*>.*?</a>", RegexOptions.Singleline)]
    private static partial Regex Anchors();
}
