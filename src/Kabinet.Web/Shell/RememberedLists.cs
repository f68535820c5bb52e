using System.Text.Json;
using Microsoft.JSInterop;

namespace Kabinet.Shell;

/// <summary>A list opens as this person left it: the query of each list's address, kept in a cookie.</summary>
internal sealed class RememberedLists(IJSRuntime script)
{
    public const string Cookie = "kabinet-lists";
    private const int LongestQuery = 500;

    private Dictionary<string, string> queries = [];

    /// <param name="cookie">Whatever the browser sent.</param>
    public void Restore(string? cookie)
    {
        if (string.IsNullOrEmpty(cookie)) return;
        try
        {
            queries = JsonSerializer.Deserialize<Dictionary<string, string>>(cookie) ?? [];
        }
        catch (JsonException)
        {
            queries = [];
        }
    }

    /// <summary>Empty, or beginning with a question mark.</summary>
    public string QueryOf(string path) => queries.TryGetValue(path, out var query) && query.StartsWith('?') ? query : "";

    /// <summary>Where a link to the list leads.</summary>
    public string AddressOf(string path) => path + QueryOf(path);

    public async Task RememberAsync(string path, string query)
    {
        if (query == QueryOf(path) || query.Length > LongestQuery) return;
        queries[path] = query;
        try
        {
            await script.InvokeVoidAsync("office.remember", Cookie, JsonSerializer.Serialize(queries));
        }
        catch (JSDisconnectedException)
        {
            // Whose page is gone needs no memory.
        }
    }
}
