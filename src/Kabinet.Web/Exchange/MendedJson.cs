using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kabinet.Exchange;

/// <summary>
/// Of a document in which something is wrong, what can be read all the same, so that its meaning can be examined too and all problems are
/// known at once: an optional field that is wrong is left out, a needed one that is wrong or missing is its type's empty value.
/// </summary>
internal static class MendedJson
{
    /// <summary>Never used for anything but finding more problems.</summary>
    public static T Read<T>(JsonElement root, JsonSerializerOptions options)
    {
        using var mended = new MemoryStream();
        using (var writer = new Utf8JsonWriter(mended)) Write(writer, root, options.GetTypeInfo(typeof(T)));
        return JsonSerializer.Deserialize<T>(mended.ToArray(), options)!;
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element, JsonTypeInfo type)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Object:
                WriteFields(writer, element, type);
                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray()) Write(writer, item, type.Options.GetTypeInfo(type.ElementType!));
                writer.WriteEndArray();
                break;
            case JsonTypeInfoKind.Dictionary when element.ValueKind == JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var entry in element.EnumerateObject().DistinctBy(entry => entry.Name))
                {
                    writer.WritePropertyName(entry.Name);
                    Write(writer, entry.Value, type.Options.GetTypeInfo(type.ElementType!));
                }
                writer.WriteEndObject();
                break;
            case JsonTypeInfoKind.None when StrictJson.IsReadable(element, type):
                element.WriteTo(writer);
                break;
            default:
                WriteEmpty(writer, type);
                break;
        }
    }

    private static void WriteFields(Utf8JsonWriter writer, JsonElement element, JsonTypeInfo type)
    {
        writer.WriteStartObject();
        foreach (var property in type.Properties.Where(property => property.Set is not null))
        {
            var info = type.Options.GetTypeInfo(property.PropertyType);
            var isThere = element.TryGetProperty(property.Name, out var value) && IsOfKind(value, info);
            if (!isThere && !property.IsRequired) continue;
            writer.WritePropertyName(property.Name);
            if (isThere) Write(writer, value, info);
            else WriteEmpty(writer, info);
        }
        writer.WriteEndObject();
    }

    private static bool IsOfKind(JsonElement value, JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.None => value.ValueKind != JsonValueKind.Null && StrictJson.IsReadable(value, type),
        JsonTypeInfoKind.Enumerable => value.ValueKind == JsonValueKind.Array,
        _ => value.ValueKind == JsonValueKind.Object,
    };

    private static void WriteEmpty(Utf8JsonWriter writer, JsonTypeInfo type)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Enumerable:
                writer.WriteStartArray();
                writer.WriteEndArray();
                break;
            case JsonTypeInfoKind.None:
                var bare = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
                JsonSerializer.Serialize(writer, bare == typeof(string) ? "" : Activator.CreateInstance(bare), bare, type.Options);
                break;
            default:
                writer.WriteStartObject();
                foreach (var property in type.Properties.Where(property => property.IsRequired && type.Kind == JsonTypeInfoKind.Object))
                {
                    writer.WritePropertyName(property.Name);
                    WriteEmpty(writer, type.Options.GetTypeInfo(property.PropertyType));
                }
                writer.WriteEndObject();
                break;
        }
    }
}
