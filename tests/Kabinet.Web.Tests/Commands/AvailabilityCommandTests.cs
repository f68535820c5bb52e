using Kabinet.Web.Tests.Starting;
using Xunit;

namespace Kabinet.Web.Tests.Commands;

public class AvailabilityCommandTests
{
    private const string Cases = """
        { "zone": "Europe/Moscow", "cases": [
          { "name": "Анна до обеда", "now": "2026-03-01T09:00", "rules": { "step": 60 }, "service": { "duration": 60 },
            "resources": [ { "id": "anna", "working": [ ["2026-03-02T09:00", "2026-03-02T11:00"] ] } ],
            "ask": { "kind": "slots", "from": "2026-03-02", "to": "2026-03-02" } },
          { "name": "too early", "now": "2026-03-01T09:00", "rules": { "step": 60 }, "service": { "duration": 60 },
            "resources": [ { "id": "anna", "working": [ ["2026-03-02T09:00", "2026-03-02T11:00"] ] } ],
            "ask": { "kind": "fits", "at": "2026-03-02T08:00" } } ] }
        """;

    [Fact]
    public async Task Each_case_is_answered_in_a_line()
    {
        var run = await Application.RunAsync(["availability", "-"], Cancel, Cases);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(
            "{\"name\":\"Анна до обеда\",\"answer\":[\"2026-03-02T09:00\",\"2026-03-02T10:00\"]}\n{\"name\":\"too early\",\"answer\":\"NotWorking\"}\n",
            run.Output);
    }

    [Fact]
    public async Task A_fault_is_named_with_its_place_and_nothing_is_answered()
    {
        var run = await Application.RunAsync(["availability", "-"], Cancel, Cases.Replace("\"kind\": \"fits\"", "\"kind\": \"fit\"", StringComparison.Ordinal));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("Kabinet: -: cases[1].ask.kind: expected ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_in_one_line()
    {
        var run = await Application.RunAsync(["availability", "/nowhere/cases.json"], Cancel);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("Kabinet: cannot read /nowhere/cases.json: ", run.Errors, StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
