using Kabinet.Web.Tests.Starting;
using Xunit;

namespace Kabinet.Web.Tests.Commands;

/// <summary>The words of the command line: what is understood, and what is said of what is not.</summary>
public class CommandLineTests
{
    [Theory]
    [InlineData("--help", "import")]
    [InlineData("serve --help", "--urls")]
    [InlineData("import --help", "docs/import.md")]
    [InlineData("availability --help", "docs/availability-cases.md")]
    public async Task Help_says_enough(string words, string said)
    {
        var run = await Application.RunAsync(words.Split(' '), Cancel);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains(said, run.Output, StringComparison.Ordinal);
        Assert.Contains("--data <DIR>", run.Output, StringComparison.Ordinal);
        Assert.Contains("Exit codes:", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Additional Arguments", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("imprt x.json", "'imprt' is not understood (did you mean import?); see kabinet --help")]
    [InlineData("--dmeo", "there is no option --dmeo (did you mean --demo?); see kabinet --help")]
    [InlineData("serve --port 5080", "there is no option --port; see kabinet serve --help")]
    [InlineData("import", "Required argument missing for command: 'import'; see kabinet import --help")]
    [InlineData("import a.json --dta x", "there is no option --dta (did you mean --data?); see kabinet import --help")]
    [InlineData("import a.json --data", "Required argument missing for option: '--data'; see kabinet import --help")]
    [InlineData("import a.json --data a --database b", "give --data or --database, not both; see kabinet import --help")]
    public async Task What_is_not_understood_is_said_in_one_line(string words, string said)
    {
        var run = await Application.RunAsync(words.Split(' '), Cancel);

        Assert.Equal((2, "", $"Kabinet: {said}\n"), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task Settings_of_the_framework_are_understood_by_the_server()
    {
        var folder = Directory.CreateTempSubdirectory("kabinet-serve-").FullName;
        using (var application = Application.Start("serve", "--data", folder, "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "Information", "--environment=Production"))
            Assert.NotNull(await application.ReadToAsync("Kabinet is running", Cancel));
        Directory.Delete(folder, recursive: true);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
