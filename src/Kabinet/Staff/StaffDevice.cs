using NodaTime;

namespace Kabinet.Staff;

/// <summary>A browser in which somebody is signed in to the back office: one sign-in, until it ends. It is the person's, whichever of his companies it is in.</summary>
public sealed class StaffDevice
{
    public const int MaxBrowserLength = 300;

    private StaffDevice() { }

    /// <param name="browser">The User-Agent that it named, cut to its length.</param>
    /// <param name="address">Of the network from which it signed in.</param>
    public StaffDevice(Guid userId, string browser, string address, Instant now) =>
        (UserId, Browser, Address, SignedIn, Seen) = (userId, browser[..Math.Min(browser.Length, MaxBrowserLength)], address, now, now);

    public Guid Id { get; private set; } = Guid.NewGuid();
    public Guid UserId { get; private set; }
    public string Browser { get; private set; } = "";
    public string Address { get; private set; } = "";
    public Instant SignedIn { get; private set; }

    /// <summary>The last request, to a few minutes.</summary>
    public Instant Seen { get; private set; }
}
