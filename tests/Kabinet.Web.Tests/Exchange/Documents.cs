using System.Runtime.CompilerServices;

namespace Kabinet.Web.Tests.Exchange;

/// <summary>The folder docs of the repository.</summary>
internal static class Documents
{
    public static string At(string name) => Path.Combine(Folder(), name);

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs"));
}
