using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kabinet.Scheduling.Cases;

/// <summary>One question to the engine, as a case file puts it.</summary>
public sealed class AvailabilityCase
{
    /// <summary>Times with an offset have a plus sign, names may be Russian: both stay readable.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Func<JsonNode> answer;

    internal AvailabilityCase(string name, JsonElement? expected, Func<JsonNode> answer) =>
        (Name, Expected, this.answer) = (name, expected, answer);

    public string Name { get; }

    /// <summary>What the file expects as the answer; null when it says nothing.</summary>
    public JsonElement? Expected { get; }

    /// <summary>The engine's answer, in the form in which a file expects it.</summary>
    public JsonNode Answer() => answer();

    /// <summary>The answer as one line of JSON: <c>{"name":…,"answer":…}</c>.</summary>
    public string AnswerLine() => new JsonObject { ["name"] = Name, ["answer"] = Answer() }.ToJsonString(Plain);

    /// <summary>Is the answer the expected one? True where nothing is expected.</summary>
    public bool IsAnsweredAsExpected() =>
        Expected is not { } expected || JsonElement.DeepEquals(expected, JsonSerializer.SerializeToElement(Answer()));
}
