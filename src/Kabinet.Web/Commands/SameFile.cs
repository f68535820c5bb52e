namespace Kabinet.Commands;

/// <summary>Two names of one file, be one of them a link to the other.</summary>
internal static class SameFile
{
    public static bool Is(string one, string other) => string.Equals(Real(one), Real(other), StringComparison.Ordinal);

    private static string Real(string path)
    {
        var file = new FileInfo(Path.GetFullPath(path));
        return (file.Exists ? file.ResolveLinkTarget(returnFinalTarget: true)?.FullName : null) ?? file.FullName;
    }
}
