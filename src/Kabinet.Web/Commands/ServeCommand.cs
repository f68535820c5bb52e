using System.CommandLine;

namespace Kabinet.Commands;

/// <summary>kabinet serve, also what kabinet does without a command: the web application.</summary>
internal static class ServeCommand
{
    private const string Name = "serve";

    public static bool IsIn(ParseResult result) => result.CommandResult == result.RootCommandResult || result.CommandResult.Command.Name == Name;

    /// <param name="serve">Runs the web application with these settings to its end.</param>
    public static void AddTo(Command root, CommonOptions common, Func<string[], Task> serve)
    {
        var urls = new Option<string?>("--urls") { Description = "Where it listens, several separated by ; [default: http://localhost:5000]", HelpName = "ADDRESSES" };
        var demo = new Option<bool?>("--demo") { Description = "Make the demo companies where there is no company yet", Arity = ArgumentArity.ZeroOrOne, HelpName = "true|false" };
        var command = new ExplainedCommand(Name, "Serve the cabinets and the back office")
        {
            More = """
                The database is made, or brought to this version, at the start. Any setting of ASP.NET Core can be given too, as
                --Section:Key VALUE or by the environment (Section__Key). Ctrl+C stops it.

                  kabinet serve --data /var/lib/kabinet --urls http://127.0.0.1:5080
                  kabinet serve --Logging:LogLevel:Default Warning
                """,
        };
        foreach (var one in (Command[])[root, command])
        {
            one.Add(urls);
            one.Add(demo);
            // What is not ours may be a setting of ASP.NET: see HostSettings.
            one.TreatUnmatchedTokensAsErrors = false;
            one.SetAction(async result =>
            {
                await serve([.. common.Settings(result), .. Given("urls", result.GetValue(urls)), .. Demo(result.GetResult(demo) is not null, result.GetValue(demo)), .. result.UnmatchedTokens]);
                return ExitCode.Done;
            });
        }
        root.Add(command);
    }

    private static IEnumerable<string> Demo(bool isWritten, bool? value) => isWritten ? [$"--demo={value ?? true}"] : [];

    private static IEnumerable<string> Given(string name, string? value) => value is null ? [] : [$"--{name}={value}"];
}
