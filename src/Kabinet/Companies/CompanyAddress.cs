using System.Text.RegularExpressions;

namespace Kabinet.Companies;

/// <summary>The first segment of a cabinet's address: Latin letters, digits and inner hyphens, 2 to 40, none of the installation's own words.</summary>
public static partial class CompanyAddress
{
    private static readonly HashSet<string> Reserved = ["office", "api", "error", "demo", "lib", "css", "js", "health", "fonts", "images", "assets", "openapi", "docs"];

    public static bool IsValid(string slug) => Form().IsMatch(slug) && !IsReserved(slug);

    /// <summary>Is it a word of the installation itself, never a company?</summary>
    public static bool IsReserved(string segment) => Reserved.Contains(segment);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
