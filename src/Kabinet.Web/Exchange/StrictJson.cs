using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kabinet.Exchange;

/// <summary>What was read, or everything that is wrong with it.</summary>
/// <param name="Value">Not there when there are problems, unless it was to be mended.</param>
public sealed record ReadJson<T>(T? Value, IReadOnlyList<JsonProblem> Problems);

/// <summary>
/// Reads JSON that others wrote into a record, and takes nothing on trust: a field the record does not have, one that stands twice, is
/// missing or of another type is a problem with its path, and all of them are found at once. The record's own types are the rules.
/// </summary>
public static class StrictJson
{
    /// <summary>camelCase, enums as words, dates and times as ISO text, nothing guessed.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private const int MaxDepth = 32;

    public static ReadJson<T> Read<T>(ReadOnlyMemory<byte> utf8, JsonSerializerOptions? options = null) => Read<T>(utf8, options ?? Options, _ => default);

    /// <summary>The value is there even when there are problems, as far as it can be read (<see cref="MendedJson"/>): to look for more of them.</summary>
    public static ReadJson<T> ReadMended<T>(ReadOnlyMemory<byte> utf8, JsonSerializerOptions? options = null) =>
        Read(utf8, options ?? Options, root => MendedJson.Read<T>(root, options ?? Options));

    private static ReadJson<T> Read<T>(ReadOnlyMemory<byte> utf8, JsonSerializerOptions options, Func<JsonElement, T?> mend)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Read(document.RootElement, options, mend);
        }
        catch (JsonException exception)
        {
            return new ReadJson<T>(default, [new JsonProblem("", JsonFault.NotJson, Place(exception))]);
        }
        catch (InvalidOperationException)
        {
            // A text with half a surrogate pair: it is found only when the text is taken out.
            return new ReadJson<T>(default, [new JsonProblem("", JsonFault.NotJson, "")]);
        }
    }

    private static ReadJson<T> Read<T>(JsonElement root, JsonSerializerOptions options, Func<JsonElement, T?> mend)
    {
        List<JsonProblem> problems = [];
        Walk(root, options.GetTypeInfo(typeof(T)), "", problems);
        return problems.Count > 0 ? new ReadJson<T>(mend(root), problems) : new ReadJson<T>(root.Deserialize<T>(options), problems);
    }

    private static void Walk(JsonElement element, JsonTypeInfo type, string path, List<JsonProblem> problems)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Object:
                WalkFields(element, type, path, problems);
                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray()) WalkValue(item, type.ElementType!, type.Options, $"{path}[{index++}]", problems);
                break;
            case JsonTypeInfoKind.Dictionary when element.ValueKind == JsonValueKind.Object:
                foreach (var entry in element.EnumerateObject()) WalkValue(entry.Value, type.ElementType!, type.Options, Below(path, entry.Name), problems);
                break;
            case JsonTypeInfoKind.None:
                CheckLeaf(element, type, path, problems);
                break;
            default:
                problems.Add(new JsonProblem(path, JsonFault.WrongType, JsonTypeWords.Of(type)));
                break;
        }
    }

    private static void WalkFields(JsonElement element, JsonTypeInfo type, string path, List<JsonProblem> problems)
    {
        HashSet<string> seen = [];
        foreach (var field in element.EnumerateObject())
        {
            var place = Below(path, field.Name);
            var known = type.Properties.FirstOrDefault(property => property.Name == field.Name && property.Set is not null);
            if (known is null) problems.Add(new JsonProblem(place, JsonFault.UnknownField, NearestName.Of(field.Name, Names(type))));
            else if (!seen.Add(field.Name)) problems.Add(new JsonProblem(place, JsonFault.Repeated, ""));
            else if (field.Value.ValueKind != JsonValueKind.Null) Walk(field.Value, type.Options.GetTypeInfo(known.PropertyType), place, problems);
            else if (!known.IsSetNullable) problems.Add(new JsonProblem(place, JsonFault.WrongType, JsonTypeWords.Of(type.Options.GetTypeInfo(known.PropertyType))));
        }
        foreach (var property in type.Properties)
            if (property.IsRequired && !seen.Contains(property.Name)) problems.Add(new JsonProblem(Below(path, property.Name), JsonFault.Missing, ""));
    }

    private static void WalkValue(JsonElement element, Type type, JsonSerializerOptions options, string path, List<JsonProblem> problems)
    {
        var info = options.GetTypeInfo(type);
        if (element.ValueKind == JsonValueKind.Null) problems.Add(new JsonProblem(path, JsonFault.WrongType, JsonTypeWords.Of(info)));
        else Walk(element, info, path, problems);
    }

    private static void CheckLeaf(JsonElement element, JsonTypeInfo type, string path, List<JsonProblem> problems)
    {
        if (HasNoCharacter(element)) problems.Add(new JsonProblem(path, JsonFault.NotText, ""));
        else if (!IsReadable(element, type)) problems.Add(new JsonProblem(path, JsonFault.WrongType, JsonTypeWords.Of(type)));
    }

    /// <summary>A character with code 0: no database keeps it in a text, and nobody types it.</summary>
    private static bool HasNoCharacter(JsonElement element) => element.ValueKind == JsonValueKind.String && element.GetString()!.Contains('\0');

    internal static bool IsReadable(JsonElement element, JsonTypeInfo type)
    {
        if (HasNoCharacter(element)) return false;
        try
        {
            element.Deserialize(type);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or NotSupportedException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Names(JsonTypeInfo type) => type.Properties.Where(property => property.Set is not null).Select(property => property.Name);

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Place(JsonException exception) =>
        exception is { LineNumber: { } line, BytePositionInLine: { } column } ? $"{line + 1}:{column + 1}" : "";
}
