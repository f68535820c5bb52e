using System.CommandLine;

namespace Kabinet.Commands;

/// <summary>Which database: every command takes these, before or after its name.</summary>
internal sealed class CommonOptions
{
    public Option<string?> Data { get; } = new("--data")
    {
        Description = "The folder of the embedded database; created when missing. Also by the environment variable data [default: data]",
        HelpName = "DIR",
        Recursive = true,
    };

    public Option<string?> Database { get; } = new("--database")
    {
        Description = "PostgreSQL instead. A connection string with a password is better given by the environment variable database",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    /// <summary>As the settings that they are. One that is written here beats the other one, wherever that stands.</summary>
    public IEnumerable<string> Settings(ParseResult result)
    {
        if (result.GetValue(Data) is { } folder) return [$"--data={folder}", "--database="];
        return result.GetValue(Database) is { } connection ? [$"--database={connection}"] : [];
    }
}
