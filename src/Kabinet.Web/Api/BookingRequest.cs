using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kabinet.Api;

/// <summary>A booking as it is asked for.</summary>
/// <param name="Services">Ids, in the order of the visit.</param>
/// <param name="Start">The company's local time, 2026-03-03T14:30; with an offset (+03:00) it is that moment.</param>
/// <param name="Comment">At most 1000 characters.</param>
/// <param name="RemindBefore">Minutes before the start, one of those in `reminders`; null: no reminder.</param>
/// <param name="Consent">Not needed where this client agreed to the current text before, with a token from POST /codes.</param>
public sealed record BookingRequest(
    IReadOnlyList<int> Services, IdOrAny Resource, string Start, ClientRequest Client, string? Comment = null, int? RemindBefore = null, ConsentRequest? Consent = null);

/// <param name="Phone">In any usual form; without a country it is read as Russian.</param>
public sealed record ClientRequest(string Name, string Phone, string? Email = null);

/// <param name="Version">Of the text to the processing of personal data that the client read and agreed to.</param>
/// <param name="Advertising">Does he agree to advertising too? It is no condition of a booking.</param>
public sealed record ConsentRequest(int Version, bool Advertising = false);

/// <summary>What is to change of a booking: what is left out stays.</summary>
public sealed record BookingChangeRequest
{
    /// <summary>Another start, as in a booking.</summary>
    public string? Start { get; init; }

    /// <summary>Minutes before the start; null: no reminder any more.</summary>
    public int? RemindBefore
    {
        get;
        init => (field, IsReminderNamed) = (value, true);
    }

    /// <summary>A null that was written differs from a field that was left out.</summary>
    [JsonIgnore]
    public bool IsReminderNamed { get; private init; }
}

public enum CancellationReason { PlansChanged, TimeUnsuitable, Illness, BookedByMistake, Other }

/// <param name="Reason">plansChanged, timeUnsuitable, illness, bookedByMistake or other.</param>
public sealed record CancellationRequest(CancellationReason Reason = CancellationReason.Other);

/// <summary>The id of a resource, or "any".</summary>
/// <param name="Id">Null: any.</param>
[JsonConverter(typeof(Converter))]
public readonly record struct IdOrAny(int? Id)
{
    internal sealed class Converter : JsonConverter<IdOrAny>
    {
        public override IdOrAny Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetInt32(out var id) => new IdOrAny(id),
            JsonTokenType.String when reader.ValueTextEquals("any"u8) => new IdOrAny(null),
            _ => throw new JsonException(),
        };

        public override void Write(Utf8JsonWriter writer, IdOrAny value, JsonSerializerOptions options)
        {
            if (value.Id is { } id) writer.WriteNumberValue(id);
            else writer.WriteStringValue("any");
        }
    }
}
