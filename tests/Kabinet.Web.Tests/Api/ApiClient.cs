using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Kabinet.Web.Tests.Api;

/// <summary>An integrator's program: sends requests to the salon's API and reads the answers.</summary>
public sealed class ApiClient(HttpClient http) : IDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Task<ApiAnswer> GetAsync(string path, string? token = null, string company = TestCompany.Slug) => SendAsync(HttpMethod.Get, path, null, token, company: company);

    public Task<ApiAnswer> PostAsync(string path, object? body, string? token = null, string? key = null, string company = TestCompany.Slug) =>
        SendAsync(HttpMethod.Post, path, JsonSerializer.Serialize(body), token, key, company);

    public Task<ApiAnswer> PatchAsync(string path, object? body, string? token = null) => SendAsync(HttpMethod.Patch, path, JsonSerializer.Serialize(body), token);

    public async Task<ApiAnswer> SendAsync(
        HttpMethod method, string path, string? body, string? token = null, string? key = null, string company = TestCompany.Slug, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{company}/{path}", UriKind.Relative));
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, mediaType);
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        using var answer = await http.SendAsync(request, Cancel);
        return await ApiAnswer.ReadAsync(answer, Cancel);
    }

    public void Dispose() => http.Dispose();
}

/// <summary>Status, body and the headers that matter.</summary>
public sealed record ApiAnswer(HttpStatusCode Status, JsonElement Body, string MediaType, Uri? Location, TimeSpan? RetryAfter)
{
    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        var text = await answer.Content.ReadAsStringAsync(cancel);
        using var document = JsonDocument.Parse(text.Length == 0 ? "null" : text);
        return new ApiAnswer(answer.StatusCode, document.RootElement.Clone(), answer.Content.Headers.ContentType?.MediaType ?? "", answer.Headers.Location, answer.Headers.RetryAfter?.Delta);
    }

    public JsonElement this[string field] => Body.GetProperty(field);
    public string Text(string field) => this[field].GetString()!;
    public int Number(string field) => this[field].GetInt32();
    public IEnumerable<JsonElement> List(string field) => this[field].EnumerateArray();

    /// <summary>Fails unless it is a problem document of this status, reason and field.</summary>
    public ApiAnswer Refuses(HttpStatusCode status, string reason, string field = "")
    {
        Assert.Equal((status, "application/problem+json"), (Status, MediaType));
        Assert.Equal(("/api/problems/" + reason, reason, field, (int)status), (Text("type"), Text("reason"), Text("field"), Number("status")));
        Assert.NotEqual("", Text("detail"));
        return this;
    }

    public ApiAnswer Is(HttpStatusCode status)
    {
        Assert.True(status == Status, $"{Status}: {Body}");
        return this;
    }
}
