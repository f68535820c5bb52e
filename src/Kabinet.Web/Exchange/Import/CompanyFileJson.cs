using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Kabinet.Exchange.Import;

/// <summary>How the values of a company file are written.</summary>
internal static class CompanyFileJson
{
    public static readonly JsonSerializerOptions Options = new(StrictJson.Options)
    {
        Converters = { new Id(), new Time(), new HoursPair(), new TimeOfDay(), new Date() },
    };

    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalDateTimePattern ToTheMinute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly OffsetDateTimePattern ToTheMinuteWithOffset = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>");

    private static T Parse<T>(string? text, params ReadOnlySpan<IPattern<T>> patterns)
    {
        foreach (var pattern in patterns)
            if (text is not null && pattern.Parse(text).TryGetValue(default!, out var value)) return value;
        throw new JsonException();
    }

    private static string? Text(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException();

    private static LocalTime Clock(string? text) => text == "24:00" ? LocalTime.Midnight : Parse(text, Minute);

    private sealed class Id : JsonConverter<FileId>
    {
        public override FileId Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String when reader.GetString() is { Length: > 0 and <= 100 } text => new FileId(text),
            JsonTokenType.Number when reader.TryGetInt64(out var number) => new FileId(number.ToString(CultureInfo.InvariantCulture)),
            _ => throw new JsonException(),
        };

        public override void Write(Utf8JsonWriter writer, FileId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text ?? "?");
    }

    private sealed class Time : JsonConverter<FileTime>
    {
        public override FileTime Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var text = Text(ref reader);
            if (ToTheMinute.Parse(text!).TryGetValue(default, out var local) || LocalDateTimePattern.ExtendedIso.Parse(text!).TryGetValue(default, out local)) return new(local);
            var exact = Parse(text, ToTheMinuteWithOffset, OffsetDateTimePattern.ExtendedIso);
            return new(exact.LocalDateTime, exact.Offset);
        }

        public override void Write(Utf8JsonWriter writer, FileTime value, JsonSerializerOptions options) => writer.WriteStringValue(value.Offset is { } offset
            ? OffsetDateTimePattern.ExtendedIso.Format(value.Local.WithOffset(offset))
            : LocalDateTimePattern.ExtendedIso.Format(value.Local));
    }

    private sealed class HoursPair : JsonConverter<Hours>
    {
        public override Hours Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<List<string>>(ref reader) is [var from, var to] ? new(Clock(from), Clock(to)) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Hours value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, (string[])[Minute.Format(value.From), Minute.Format(value.To)]);
    }

    private sealed class TimeOfDay : JsonConverter<LocalTime>
    {
        public override LocalTime Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Parse<LocalTime>(Text(ref reader), Minute);
        public override void Write(Utf8JsonWriter writer, LocalTime value, JsonSerializerOptions options) => writer.WriteStringValue(Minute.Format(value));
    }

    private sealed class Date : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Parse<LocalDate>(Text(ref reader), LocalDatePattern.Iso);
        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) => writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
