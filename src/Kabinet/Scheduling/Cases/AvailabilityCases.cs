namespace Kabinet.Scheduling.Cases;

/// <summary>Reads files of availability cases; their form is described in docs/availability-cases.md.</summary>
public static class AvailabilityCases
{
    /// <summary>The cases of a file, in its order.</summary>
    /// <param name="json">The file's text.</param>
    /// <exception cref="FormatException">The file is malformed; the message begins with the place, such as <c>cases[2].rules.step</c>.</exception>
    public static IReadOnlyList<AvailabilityCase> Read(string json)
    {
        var file = CaseNode.Parse(json);
        var zone = file.Optional("zone");
        return [.. file.Required("cases").Items().Select(node => new CaseReader(node, zone).Read())];
    }
}
