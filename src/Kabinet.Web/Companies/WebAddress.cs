namespace Kabinet.Companies;

/// <summary>An address of the net that a page may lead to: http or https, never javascript: and its like.</summary>
public static class WebAddress
{
    private const string Usual = "https://";

    /// <summary>With its scheme, which people leave out; null: what was typed is no such address.</summary>
    public static string? Read(string typed)
    {
        var text = typed.Trim();
        if (text.Length == 0 || text.Any(char.IsWhiteSpace)) return null;
        if (!text.Contains("://", StringComparison.Ordinal)) text = Usual + text;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") && uri.Host.Contains('.') && uri.UserInfo.Length == 0 ? text : null;
    }
}
