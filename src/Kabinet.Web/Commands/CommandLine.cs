using System.CommandLine;
using System.CommandLine.Help;
using Kabinet.Exchange;
using Kabinet.Starting;

namespace Kabinet.Commands;

/// <summary>
/// kabinet serve, import, availability, create-company, set-password, backup, restore; without a command it serves. Results go to the standard output,
/// everything said to the one at the keyboard to the standard error.
/// </summary>
internal static class CommandLine
{
    private static readonly ParserConfiguration AsWritten = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <param name="serve">Runs the web application with these settings to its end.</param>
    public static async Task<int> RunAsync(string[] args, Func<string[], Task> serve)
    {
        var (root, common) = Root(serve);
        var result = root.Parse(args, AsWritten);
        if (Misunderstood(result, common) is { } what) return await FailAsync(ExitCode.Misunderstood, $"{what}; see {Name(result)} --help");
        try
        {
            return await result.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                // A server listens to Ctrl+C itself.
                ProcessTerminationTimeout = ServeCommand.IsIn(result) ? null : TimeSpan.FromSeconds(10),
            });
        }
        catch (OperationCanceledException) when (!ServeCommand.IsIn(result))
        {
            return await FailAsync(ExitCode.Refused, "stopped; nothing was changed");
        }
        catch (Exception exception) when (StartException.Explain(exception) is { } line)
        {
            return await FailAsync(ExitCode.Refused, line);
        }
    }

    private static (Command, CommonOptions) Root(Func<string[], Task> serve)
    {
        var common = new CommonOptions();
        var root = new Command("kabinet", "Kabinet: online booking for service businesses. Without a command it serves.")
        {
            common.Data,
            common.Database,
            new HelpOption { Action = new HelpWithMore(), Recursive = true },
            new VersionOption(),
            ImportCommand.Create(common),
            AvailabilityCommand.Create(),
            CreateCompanyCommand.Create(common),
            SetPasswordCommand.Create(common),
            BackupCommand.Create(common),
            RestoreCommand.Create(common),
        };
        ServeCommand.AddTo(root, common, serve);
        return (root, common);
    }

    /// <summary>Null: nothing is wrong with the words themselves.</summary>
    private static string? Misunderstood(ParseResult result, CommonOptions common)
    {
        var unknown = ServeCommand.IsIn(result) ? HostSettings.FirstUnknown(result.UnmatchedTokens) : result.UnmatchedTokens.Count > 0 ? result.UnmatchedTokens[0] : null;
        if (result.Action is HelpWithMore) return null;
        if (unknown is not null) return Unknown(unknown, result);
        if (result.Errors.Count > 0) return result.Errors[0].Message.TrimEnd('.');
        return result.GetValue(common.Data) is not null && result.GetValue(common.Database) is not null ? "give --data or --database, not both" : null;
    }

    private static string Unknown(string token, ParseResult result)
    {
        var isOption = token.StartsWith('-');
        var command = result.CommandResult.Command;
        var known = isOption ? command.Options.Concat(result.RootCommandResult.Command.Options).Select(option => option.Name) : command.Subcommands.Select(one => one.Name);
        var hint = NearestName.Of(isOption ? token.Split('=')[0] : token, known) is { Length: > 0 } near ? $" (did you mean {near}?)" : "";
        return isOption ? $"there is no option {token}{hint}" : $"'{token}' is not understood{hint}";
    }

    private static string Name(ParseResult result) =>
        result.CommandResult == result.RootCommandResult ? "kabinet" : $"kabinet {result.CommandResult.Command.Name}";

    private static async Task<int> FailAsync(int code, string line)
    {
        await Console.Error.WriteLineAsync($"Kabinet: {line}");
        return code;
    }
}
