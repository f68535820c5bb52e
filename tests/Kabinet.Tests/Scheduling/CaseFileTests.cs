using System.Text.Json.Nodes;
using Kabinet.Scheduling.Cases;
using Xunit;

namespace Kabinet.Tests.Scheduling;

public class CaseFileTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Scheduling", "Cases");

    public static TheoryData<string, int, string> Cases()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var file in Directory.GetFiles(Folder, "*.json").Order())
        {
            var cases = AvailabilityCases.Read(File.ReadAllText(file));
            for (var i = 0; i < cases.Count; i++) data.Add(Path.GetFileName(file), i, cases[i].Name);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_engine_answers_a_case_as_its_file_expects(string file, int index, string name)
    {
        var @case = AvailabilityCases.Read(File.ReadAllText(Path.Combine(Folder, file)))[index];

        Assert.Equal(name, @case.Name);
        Assert.NotNull(@case.Expected);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(@case.Expected.Value.GetRawText()), @case.Answer()),
            $"expected {@case.Expected.Value.GetRawText()}\nanswered {@case.AnswerLine()}");
    }
}
