using Kabinet.Exchange;

namespace Kabinet.Api;

/// <summary>The body of a request: JSON of exactly the fields that the endpoint knows, or a problem that names what is wrong with it.</summary>
internal static class ApiBody
{
    /// <returns>Either of the two.</returns>
    /// <exception cref="BadHttpRequestException">The body is longer than <see cref="ApiReasons.MaxBody"/>, or cut short.</exception>
    public static async Task<(T? Body, Problem? Problem)> ReadAsync<T>(this ApiCall call) where T : class
    {
        if (!call.Http.Request.HasJsonContentType()) return (null, call.Refuse(ApiReason.MediaTypeUnsupported, "Content-Type"));
        using var memory = new MemoryStream();
        await call.Http.Request.Body.CopyToAsync(memory, call.Http.RequestAborted);
        var read = StrictJson.Read<T>(memory.GetBuffer().AsMemory(0, (int)memory.Length));
        return read.Problems.Count > 0 ? (null, Problem.Of(read.Problems, call.T)) : (read.Value, null);
    }
}
