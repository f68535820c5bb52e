using Kabinet.Scheduling.Cases;
using Xunit;

namespace Kabinet.Tests.Scheduling;

public class CaseFileErrorTests
{
    private const string Sound = """
        { "zone": "Europe/Moscow", "cases": [ { "name": "sound", "now": "2026-03-01T09:00", "rules": { "step": 30 }, "service": { "duration": 60 },
          "resources": [ { "id": "anna", "working": [ ["2026-03-02T09:00", "2026-03-02T10:00"] ] } ],
          "ask": { "kind": "slots", "from": "2026-03-02", "to": "2026-03-02" } } ] }
        """;

    [Theory]
    [InlineData("\"step\": 30", "\"step\": 0", "cases[0].rules.step: expected 1 or more, found 0")]
    [InlineData("\"step\": 30", "\"step\": \"30\"", "cases[0].rules.step: expected a whole number, found \"30\"")]
    [InlineData("\"step\": 30", "\"step\": 30, \"grid\": \"loose\"", "cases[0].rules.grid: expected window, clock or packed, found \"loose\"")]
    [InlineData("\"step\": 30", "\"step\": 30, \"leadTime\": -5", "cases[0].rules.leadTime: expected 0 or more, found -5")]
    [InlineData("\"duration\": 60", "\"length\": 60", "cases[0].service.duration: is missing")]
    [InlineData("\"duration\": 60", "\"duration\": 60, \"also\": [ [\"hall\"] ]", "cases[0].service.also[0][0]: expected the id of a resource, found \"hall\"")]
    [InlineData("Europe/Moscow", "Europe/Atlantis", "zone: expected an IANA time zone, found \"Europe/Atlantis\"")]
    [InlineData("2026-03-01T09:00", "yesterday", "cases[0].now: expected a time such as")]
    [InlineData("2026-03-02T10:00", "2026-02-30T10:00", "cases[0].resources[0].working[0][1]: expected a time such as")]
    [InlineData("\"from\": \"2026-03-02\"", "\"from\": \"02.03.2026\"", "cases[0].ask.from: expected a date such as 2026-03-02")]
    [InlineData("\"slots\"", "\"slot\"", "cases[0].ask.kind: expected slots, days, nearest, fits or explain, found \"slot\"")]
    [InlineData("\"kind\": \"slots\"", "\"kind\": \"fits\"", "cases[0].ask.at: is missing")]
    [InlineData("[ { \"name\"", "{ \"name\"", "line 3: the file is not JSON")]
    [InlineData("\"working\": [ [\"2026-03-02T09:00\", \"2026-03-02T10:00\"] ]", "\"schedule\": { \"kind\": \"lunar\" }",
        "cases[0].resources[0].schedule.kind: expected fiveDay, sixDay, weekly, shift or calendar, found \"lunar\"")]
    [InlineData("\"working\": [ [\"2026-03-02T09:00\", \"2026-03-02T10:00\"] ]", "\"schedule\": { \"kind\": \"fiveDay\", \"intervals\": [ [\"9\", \"18:00\"] ] }",
        "cases[0].resources[0].schedule.intervals[0][0]: expected a time of day such as 09:00, found \"9\"")]
    [InlineData("\"working\": [ [\"2026-03-02T09:00\", \"2026-03-02T10:00\"] ]", "\"schedule\": { \"kind\": \"weekly\", \"days\": { \"montag\": [] } }",
        "cases[0].resources[0].schedule.days.montag: expected a day of the week")]
    public void A_malformed_file_is_refused_with_the_place_of_the_fault(string sound, string broken, string message)
    {
        var error = Assert.Throws<FormatException>(() => AvailabilityCases.Read(Sound.Replace(sound, broken, StringComparison.Ordinal)));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_is_one_line_with_the_name_of_the_case()
    {
        var line = AvailabilityCases.Read(Sound.Replace("sound", "запись на 9 утра", StringComparison.Ordinal))[0].AnswerLine();

        Assert.Equal("""{"name":"запись на 9 утра","answer":["2026-03-02T09:00"]}""", line);
    }

    [Fact]
    public void An_unknown_property_is_a_remark()
    {
        var cases = AvailabilityCases.Read(Sound.Replace("\"name\"", "\"why\": \"a client called\", \"name\"", StringComparison.Ordinal));

        Assert.Equal("sound", Assert.Single(cases).Name);
    }
}
