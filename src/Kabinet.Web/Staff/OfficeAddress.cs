namespace Kabinet.Staff;

/// <summary>Where signing in may lead: to a page of the back office, never to another site.</summary>
internal static class OfficeAddress
{
    private const string Home = "/office";

    public static string OrHome(string? asked) =>
        asked is not null && (asked == Home || asked.StartsWith("/office/", StringComparison.Ordinal) || asked.StartsWith("/office?", StringComparison.Ordinal))
        && !asked.StartsWith(StaffRoom.SignInPath, StringComparison.Ordinal)
        && Uri.TryCreate(asked, UriKind.Relative, out _)
            ? asked
            : Home;
}
