using System.Text.Json.Serialization.Metadata;
using Kabinet.Exchange.Import;
using NodaTime;

namespace Kabinet.Exchange;

/// <summary>What a JSON value has to be, as a Russian source text.</summary>
internal static class JsonTypeWords
{
    public static string Of(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable) return "список [ ]";
        if (type.Kind is JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary) return "объект { }";
        var bare = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (bare.IsEnum) return string.Join(", ", Enum.GetNames(bare).Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName));
        if (bare == typeof(int) || bare == typeof(long)) return "целое число";
        if (bare == typeof(decimal) || bare == typeof(double)) return "число";
        if (bare == typeof(bool)) return "true или false";
        if (bare == typeof(Guid)) return "идентификатор из 32 шестнадцатеричных цифр";
        if (bare == typeof(LocalDate) || bare == typeof(DateOnly)) return "дата, например 2026-03-03";
        if (bare == typeof(LocalTime) || bare == typeof(TimeOnly)) return "время, например 14:30";
        if (bare == typeof(FileId)) return "идентификатор: текст или целое число";
        if (bare == typeof(FileTime)) return "время, например 2026-03-03T14:30 или 2026-03-03T14:30+03:00";
        if (bare == typeof(Hours)) return "начало и конец, например [\"09:00\", \"18:00\"]";
        return "текст";
    }
}
