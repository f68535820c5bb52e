namespace Kabinet.Commands;

/// <summary>What the process ends with; every --help says it.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Refused or failed; the standard error says why. Nothing was changed.</summary>
    public const int Refused = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Misunderstood = 2;
}
