namespace Kabinet.Commands;

/// <summary>
/// Words of the command line that are settings of ASP.NET: --Section:Key VALUE, and the host's own, which have no section. Any other word
/// would be taken by ASP.NET too, and do nothing: a slip of the pen that nobody notices.
/// </summary>
internal static class HostSettings
{
    private static readonly HashSet<string> WithoutSection = new(StringComparer.OrdinalIgnoreCase)
    {
        HostDefaults.ApplicationKey, HostDefaults.ContentRootKey, HostDefaults.EnvironmentKey,
        WebHostDefaults.CaptureStartupErrorsKey, WebHostDefaults.DetailedErrorsKey, WebHostDefaults.HostingStartupAssembliesKey,
        WebHostDefaults.HostingStartupExcludeAssembliesKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey,
        WebHostDefaults.PreferHostingUrlsKey, WebHostDefaults.PreventHostingStartupKey, WebHostDefaults.ShutdownTimeoutKey,
        WebHostDefaults.StartupAssemblyKey, WebHostDefaults.StaticWebAssetsKey, WebHostDefaults.SuppressStatusMessagesKey, WebHostDefaults.WebRootKey,
        "AllowedHosts", "ForwardedHeaders_Enabled", "https_port", "ReloadStaticAssetsAtRuntime",
    };

    /// <summary>The first word that is no such setting and no value of one; null: all are.</summary>
    public static string? FirstUnknown(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal)) return words[i];
            var name = words[i][2..].Split('=')[0];
            // Nothing for a section (--Logging=) is what the framework's own test host says beside the settings in it.
            var isNothing = words[i].Length == name.Length + 3;
            if (!name.Contains(':') && !isNothing && !WithoutSection.Contains(name)) return words[i];
            // The next word is its value.
            if (!words[i].Contains('=')) i++;
        }
        return null;
    }
}
