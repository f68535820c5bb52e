using System.CommandLine;
using Kabinet.Starting;

namespace Kabinet.Commands;

/// <summary>Where a password comes from: never from the command line, where every user of the machine can read it.</summary>
internal sealed class PasswordOptions
{
    private readonly Option<string?> file = new("--password-file") { Description = "A file whose first line is the password", HelpName = "FILE" };
    private readonly Option<string?> variable = new("--password-variable") { Description = "An environment variable that holds the password", HelpName = "NAME" };

    public PasswordOptions(Command command)
    {
        command.Add(file);
        command.Add(variable);
    }

    /// <param name="email">Whose it will be.</param>
    /// <exception cref="StartException">There is none, or two that differ were typed.</exception>
    public async Task<string> ReadAsync(ParseResult result, string email, CancellationToken cancel)
    {
        if (result.GetValue(variable) is { } name)
            return Environment.GetEnvironmentVariable(name) ?? throw new StartException($"there is no environment variable {name}");
        if (result.GetValue(file) is { } path) return FirstLine(await InputFile.ReadAsync(path, cancel));
        if (Console.IsInputRedirected) return FirstLine(await InputFile.ReadAsync("-", cancel));
        var password = HiddenInput.Ask($"Password for {email}: ");
        return password == HiddenInput.Ask("Once more: ") ? password : throw new StartException("the two passwords differ");
    }

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd('\r');
}
