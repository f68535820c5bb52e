using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Kabinet.Commands;

/// <summary>A command that has more to say than its one line in the list of commands.</summary>
internal sealed class ExplainedCommand(string name, string description) : Command(name, description)
{
    /// <summary>Stands below the options.</summary>
    public required string More { get; init; }
}

/// <summary>The generated help, then what the command has to add, then the exit codes.</summary>
internal sealed class HelpWithMore : SynchronousCommandLineAction
{
    private const string ExitCodes = """
        Exit codes:
          0  done
          1  refused or failed; the standard error says why, and nothing was changed
          2  the command line is wrong
        """;

    private readonly HelpAction generated = new() { MaxWidth = 120 };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        // Or the help would speak of additional arguments, of which More says what they are.
        parseResult.CommandResult.Command.TreatUnmatchedTokensAsErrors = true;
        generated.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ExplainedCommand { More: var more }) output.WriteLine(more + Environment.NewLine);
        output.WriteLine(ExitCodes);
        return ExitCode.Done;
    }
}
