using System.Text;

namespace Kabinet.Web.Tests.Api;

/// <summary>A request before it is sent: all of it anybody's to write.</summary>
/// <param name="Headers">As they go over the wire, not checked.</param>
public sealed record RawRequest(string Method, string Path, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body, string MediaType = "application/json");

/// <summary>Spoils right requests, the same ones for the same seed.</summary>
public sealed class Mangler(int seed, IReadOnlyList<RawRequest> right)
{
    private static readonly string[] Values =
    [
        "null", "true", "[]", "{}", "0", "-1", "1e400", "1.5", "99999999999999999999", "2147483648", "\"\"", "\"any\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00x\"", "NaN", "'a'",
        "\"2026-03-03T12:00\"", "\"9999-12-31T23:59\"", "\"0001-01-01T00:00\"", "\"-2026-03-03T12:00\"", "[[[[[[[[[[]]]]]]]]]]", "{\"a\":{\"a\":{\"a\":1}}}", "\"<script>\"", "\"'; DROP TABLE work_orders; --\"",
        "\"\\u202e\\u0007\\u001b[2J\"", "[1,2,3,4,5,6,7,8,9,10,11,12,13]", "\"🦊\"", "\"\\n\\r\\t\"",
    ];

    private static readonly string[] Texts =
        ["%00", "%", "%zz", "%2e%2e%2f", "%F0%9F%A6%8A", "%ED%A0%80", "any", "-1", "0", "99999999999999999999", "2026-02-30", "9999-12-31", "0000-00-00", "a b", "+", "%20", "null", "[]", "1&service=2", "\t", "%C3%BC", "..", "%0d%0aX: y"];

    private readonly Random random = new(seed);

    public RawRequest Next()
    {
        var request = right[random.Next(right.Count)];
        for (var i = random.Next(1, 5); i > 0; i--) request = Spoil(request);
        return request;
    }

    private RawRequest Spoil(RawRequest request) => random.Next(12) switch
    {
        0 => request with { Method = Any("GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND") },
        1 => request with { Path = SpoilSegment(request.Path) },
        2 or 3 => request with { Path = SpoilQuery(request.Path) },
        4 => request with { Headers = SpoilHeaders(request.Headers) },
        5 => request with { MediaType = Any("application/json", "text/plain", "application/json; charset=utf-16", "application/problem+json", "multipart/form-data; boundary=x", "*/*", "application/x-www-form-urlencoded") },
        _ when request.Body is null => request with { Body = Encoding.UTF8.GetBytes(Any(Values)) },
        6 or 7 => request with { Body = SpoilBytes(request.Body!) },
        _ => request with { Body = SpoilValue(request.Body!) },
    };

    private string SpoilSegment(string path)
    {
        var (address, query) = Split(path);
        var segments = address.Split('/');
        segments[random.Next(Math.Min(1, segments.Length - 1), segments.Length)] = Any(Texts);
        return string.Join('/', segments) + query;
    }

    private string SpoilQuery(string path)
    {
        var (address, query) = Split(path);
        var parameters = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).ToList();
        var name = parameters.Count > 0 ? parameters[random.Next(parameters.Count)].Split('=')[0] : "service";
        switch (random.Next(4))
        {
            case 0 when parameters.Count > 0: parameters.RemoveAt(random.Next(parameters.Count)); break;
            case 1: parameters.Add($"{Any("resource", "date", "from", "to", "servise", "x", "")}={Any(Texts)}"); break;
            case 2: parameters.AddRange(Enumerable.Repeat($"{name}=1", random.Next(1, 200))); break;
            default: parameters.Add($"{name}={Any(Texts)}"); break;
        }
        return parameters.Count > 0 ? $"{address}?{string.Join('&', parameters)}" : address;
    }

    private List<(string, string)> SpoilHeaders(IReadOnlyList<(string Name, string Value)> headers)
    {
        var spoilt = headers.ToList();
        if (spoilt.Count > 0 && random.Next(2) == 0) spoilt.RemoveAt(random.Next(spoilt.Count));
        spoilt.Add(random.Next(4) switch
        {
            0 => ("Authorization", Any("Bearer", "Bearer ", "Basic x", "Bearer bkg_", "Bearer cli_" + new string('a', 5000), "Bearer key_0", "bearer bkg_zz")),
            1 => ("Idempotency-Key", Any("", "x", new string('k', 4000), "ключ-ключ-ключ-ключ", "0123456789abcdef")),
            2 => ("Accept-Language", Any("en", "de;q=x", ";;;,,,", "*", new string('a', 3000), "ru;q=1e9")),
            _ => ("Content-Encoding", Any("gzip", "br", "x")),
        });
        return spoilt;
    }

    private byte[] SpoilBytes(byte[] body)
    {
        var bytes = body.ToList();
        for (var i = random.Next(1, 6); i > 0 && bytes.Count > 0; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 20))); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(1, 60)))); break;
                default: bytes.InsertRange(at, Encoding.UTF8.GetBytes(new string(Any("[", "{\"a\":", " ", "\"", "9")[0], random.Next(1, 400)))); break;
            }
        }
        return [.. bytes];
    }

    /// <summary>One value of the document becomes another, or a field gets another name.</summary>
    private byte[] SpoilValue(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        var colons = Enumerable.Range(0, text.Length).Where(at => text[at] == ':').ToList();
        if (colons.Count == 0) return SpoilBytes(body);
        var colon = colons[random.Next(colons.Count)];
        if (random.Next(4) == 0) return Encoding.UTF8.GetBytes(text.Insert(Math.Max(0, colon - 1), Any("x", "_", "\\u0000", "é")));
        var end = text.AsSpan(colon + 1).IndexOfAny(",}]") is var found and >= 0 ? colon + 1 + found : text.Length;
        return Encoding.UTF8.GetBytes(text[..(colon + 1)] + Any(Values) + text[end..]);
    }

    private static (string Address, string Query) Split(string path) => path.IndexOf('?') is var at and >= 0 ? (path[..at], path[at..]) : (path, "");

    private string Any(params string[] choices) => choices[random.Next(choices.Length)];
}
