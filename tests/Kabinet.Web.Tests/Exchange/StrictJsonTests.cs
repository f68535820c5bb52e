using System.Text;
using Kabinet.Exchange;
using Kabinet.Shell;
using Xunit;

namespace Kabinet.Web.Tests.Exchange;

public class StrictJsonTests
{
    private enum Colour { Red, DarkBlue }

    private sealed record Part(string Name, int? Weight = null);

    private sealed record Thing(int Id, string Title, IReadOnlyList<Part> Parts, Colour Colour = Colour.Red, Dictionary<string, int>? Sizes = null);

    private static ReadJson<Thing> Read(string json) => StrictJson.Read<Thing>(Encoding.UTF8.GetBytes(json));

    private static IEnumerable<(string, JsonFault, string)> Problems(string json) => Read(json).Problems.Select(problem => (problem.Path, problem.Fault, problem.Value));

    [Fact]
    public void What_is_right_is_read_whole()
    {
        var read = Read("""{"id":1,"title":"Стол","parts":[{"name":"ножка","weight":null},{"name":"крышка","weight":7}],"colour":"darkBlue","sizes":{"x":5}}""");

        Assert.Empty(read.Problems);
        Assert.Equal((1, "Стол", Colour.DarkBlue, 7, 5), (read.Value!.Id, read.Value.Title, read.Value.Colour, read.Value.Parts[1].Weight, read.Value.Sizes!["x"]));
    }

    [Fact]
    public void Every_problem_is_found_with_its_path() => Assert.Equal(
        [
            ("titel", JsonFault.UnknownField, "title"),
            ("parts[0].nam", JsonFault.UnknownField, "name"),
            ("parts[0].name", JsonFault.Missing, ""),
            ("parts[1].name", JsonFault.WrongType, "текст"),
            ("parts[1].weight", JsonFault.WrongType, "целое число"),
            ("parts[2]", JsonFault.WrongType, "объект { }"),
            ("colour", JsonFault.WrongType, "red, darkBlue"),
            ("sizes.x", JsonFault.WrongType, "целое число"),
            ("id", JsonFault.Missing, ""),
            ("title", JsonFault.Missing, ""),
        ],
        Problems("""{"titel":"Стол","parts":[{"nam":"ножка"},{"name":5,"weight":"7"},null],"colour":"green","sizes":{"x":"5"}}"""));

    [Theory]
    [InlineData("""{"id":1,"title":"a","title":"b","parts":[]}""", "title", JsonFault.Repeated)]
    [InlineData("""{"id":1,"title":"a\u0000b","parts":[]}""", "title", JsonFault.NotText)]
    [InlineData("""{"id":1,"title":null,"parts":[]}""", "title", JsonFault.WrongType)]
    [InlineData("""{"id":1,"title":"a","parts":{}}""", "parts", JsonFault.WrongType)]
    [InlineData("""{"id":1,"title":"a","parts":[],"colour":1}""", "colour", JsonFault.WrongType)]
    [InlineData("""{"id":1e99,"title":"a","parts":[]}""", "id", JsonFault.WrongType)]
    [InlineData("""[]""", "", JsonFault.WrongType)]
    [InlineData("""null""", "", JsonFault.WrongType)]
    [InlineData("""{"id":1,"title":"a\ud800","parts":[]}""", "", JsonFault.NotJson)]
    [InlineData("""{"id":1,"\ud800":"a","parts":[]}""", "", JsonFault.NotJson)]
    [InlineData("""{"id":1,""", "", JsonFault.NotJson)]
    [InlineData("", "", JsonFault.NotJson)]
    public void What_is_wrong_is_named(string json, string path, JsonFault fault)
    {
        var problem = Assert.Single(Read(json).Problems);
        Assert.Equal((path, fault), (problem.Path, problem.Fault));
    }

    [Fact]
    public void Too_deep_is_no_json_and_no_crash()
    {
        var problem = Assert.Single(Read(new string('[', 100_000)).Problems);
        Assert.Equal(JsonFault.NotJson, problem.Fault);
    }

    [Theory]
    [InlineData("remind_before", "remindBefore")]
    [InlineData("RemindBefore", "remindBefore")]
    [InlineData("phnoe", "phone")]
    [InlineData("fone", "phone")]
    [InlineData("colour", "")]
    public void The_hint_is_the_nearest_known_name(string written, string hint) =>
        Assert.Equal(hint, NearestName.Of(written, ["remindBefore", "phone", "start"]));

    [Fact]
    public void A_problem_says_it_in_both_languages()
    {
        var problem = new JsonProblem("titel", JsonFault.UnknownField, "title");

        Assert.Equal("Такого поля нет. Может быть, «title»?", problem.Words(Texts.Russian));
        Assert.Equal("There is no such field. Did you mean \"title\"?", problem.Words(Texts.English));
    }
}
