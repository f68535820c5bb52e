using System.Text.Json.Nodes;
using NodaTime;

namespace Kabinet.Scheduling.Cases;

/// <summary>What a case asks the engine, and the answer in the form of a case file.</summary>
internal sealed class CaseQuestion(Availability availability, string[] ids, Candidate[] candidates, Instant now)
{
    private DateTimeZone Zone => availability.Zone;

    /// <summary>Reads the question now, so that its faults are found with the others; the answer is worked out when it is asked for.</summary>
    public Func<JsonNode> Read(CaseNode ask)
    {
        var kind = ask.Required("kind");
        return kind.Text() switch
        {
            "slots" => Slots(Date(ask, "from"), Date(ask, "to")),
            "days" => Days(Date(ask, "from"), Date(ask, "to")),
            "nearest" => Nearest(ask.Optional("after") is { } after ? CaseTime.Instant(after, Zone) : now),
            "fits" => Fits(Start(ask)),
            "explain" => Explain(Start(ask)),
            _ => throw kind.Wrong("slots, days, nearest, fits or explain"),
        };
    }

    private static LocalDate Date(CaseNode ask, string name) => CaseTime.Date(ask.Required(name));

    /// <summary>Null: the clock skips this time.</summary>
    private Instant? Start(CaseNode ask)
    {
        var at = ask.Required("at");
        return CaseTime.IsSkipped(at, Zone) ? null : CaseTime.Instant(at, Zone);
    }

    private Func<JsonNode> Slots(LocalDate from, LocalDate to) => () =>
        Array(availability.SlotsOfAny(candidates, from, to, now).Select(start => CaseTime.Print(start, Zone)));

    private Func<JsonNode> Days(LocalDate from, LocalDate to) => () =>
        Array(availability.Days(candidates, from, to, now).Select(CaseTime.Print));

    private Func<JsonNode> Nearest(Instant after) => () => ById(candidate =>
        availability.Nearest(candidate, now, after) is { } start ? CaseTime.Print(start, Zone) : null);

    /// <summary>True when anyone can; else the refusal of the one who came closest, that is whose rule is checked last.</summary>
    private Func<JsonNode> Fits(Instant? start) => () =>
    {
        var refusals = candidates.Select(candidate => start is { } at ? availability.Fits(candidate, at, now) : TimeRefusal.NotWorking).ToArray();
        return refusals.Contains(null) ? JsonValue.Create(true) : JsonValue.Create(refusals.Max().ToString())!;
    };

    /// <summary>A list for one resource; for several a list by id.</summary>
    private Func<JsonNode> Explain(Instant? start) => () =>
        candidates.Length == 1 ? Refusals(candidates[0], start) : ById(candidate => Refusals(candidate, start));

    private JsonArray Refusals(Candidate candidate, Instant? start) =>
        Array((start is { } at ? availability.Explain(candidate, at, now) : [TimeRefusal.NotWorking]).Select(refusal => refusal.ToString()));

    private JsonObject ById(Func<Candidate, JsonNode?> answer) =>
        new(ids.Zip(candidates, (id, candidate) => KeyValuePair.Create(id, answer(candidate))));

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
