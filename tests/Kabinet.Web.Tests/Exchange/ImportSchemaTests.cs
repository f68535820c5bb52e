using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Kabinet.Exchange.Import;
using Kabinet.OnlineBooking;
using Xunit;

namespace Kabinet.Web.Tests.Exchange;

/// <summary>docs/import.schema.json and the records that read the file say the same.</summary>
public class ImportSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(Documents.At("import.schema.json")))!;

    [Fact]
    public void Every_field_of_the_records_is_in_the_schema_and_no_other()
    {
        List<string> differences = [];
        Compare(CompanyFileJson.Options.GetTypeInfo(typeof(CompanyFile)), Schema, "", differences, []);
        Assert.Empty(differences);
    }

    [Fact]
    public void Every_setting_of_online_booking_can_be_imported() => Assert.Equal(
        typeof(OnlineBookingSettings).GetProperties().Where(property => property.CanWrite).Select(property => property.Name == "ArrivalStateId" ? "ArrivalState" : property.Name).Order(),
        typeof(OnlineBookingEntry).GetProperties().Select(property => property.Name).Where(name => name != "EqualityContract").Order());

    private static void Compare(JsonTypeInfo type, JsonNode schema, string path, List<string> differences, HashSet<Type> seen)
    {
        schema = Resolved(schema);
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Enumerable:
                Compare(Info(type.ElementType!), schema["items"]!, $"{path}[]", differences, seen);
                break;
            case JsonTypeInfoKind.Dictionary:
                Compare(Info(type.ElementType!), schema["additionalProperties"]!, $"{path}.*", differences, seen);
                break;
            case JsonTypeInfoKind.Object when seen.Add(type.Type):
                CompareFields(type, schema, path, differences, seen);
                break;
            default:
                if (Words(type) is { } words && !words.SequenceEqual(schema["enum"]!.AsArray().Select(one => one!.GetValue<string>()))) differences.Add($"{path}: {string.Join(", ", words)}");
                break;
        }
    }

    private static void CompareFields(JsonTypeInfo type, JsonNode schema, string path, List<string> differences, HashSet<Type> seen)
    {
        var fields = type.Properties.Where(property => property.Set is not null).ToDictionary(property => property.Name);
        var described = schema["properties"]!.AsObject().Select(one => one.Key).ToList();
        differences.AddRange(fields.Keys.Except(described).Select(name => $"{path}.{name} is not in the schema"));
        differences.AddRange(described.Except(fields.Keys).Select(name => $"{path}.{name} is not in the record"));
        var required = (schema["required"]?.AsArray() ?? []).Select(one => one!.GetValue<string>());
        if (!fields.Values.Where(field => field.IsRequired).Select(field => field.Name).Order().SequenceEqual(required.Order())) differences.Add($"{path}: other fields are required");
        if (schema["additionalProperties"]?.GetValue<bool>() != false) differences.Add($"{path}: the schema takes unknown fields");
        foreach (var name in fields.Keys.Intersect(described)) Compare(Info(fields[name].PropertyType), schema["properties"]![name]!, $"{path}.{name}", differences, seen);
    }

    /// <summary>Null: not one of a few words.</summary>
    private static string[]? Words(JsonTypeInfo type) => (Nullable.GetUnderlyingType(type.Type) ?? type.Type) is { IsEnum: true } bare
        ? [.. Enum.GetNames(bare).Select(JsonNamingPolicy.CamelCase.ConvertName)]
        : null;

    private static JsonTypeInfo Info(Type type) => CompanyFileJson.Options.GetTypeInfo(type);

    private static JsonNode Resolved(JsonNode schema) =>
        schema["$ref"]?.GetValue<string>() is { } reference ? Schema["$defs"]![reference["#/$defs/".Length..]]! : schema;
}
